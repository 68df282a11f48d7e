package io.millrace.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep.CreateFunction;
import io.millrace.launcher.compile.Programs;
import io.millrace.launcher.release.ReleaseText;
import io.millrace.launcher.release.ReleasedJar;
import io.millrace.launcher.release.Releases;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DifferenceTest {

    private static final Map<String, String> SETTINGS = Map.of("a", "1", "b", "2");
    private static final List<ReleasedJar> JARS = List.of(new ReleasedJar("a.jar", "sha", "content"));
    private static final String SQL =
            """
            CREATE TABLE src (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = '1');
            CREATE TABLE dst (id INT) WITH ('connector' = 'print');
            CREATE VIEW seen AS WITH few AS (SELECT id FROM src) SELECT id FROM few;
            INSERT INTO dst SELECT id FROM seen;
            """;

    @Test
    void nothingDiffersFromItself() {
        assertThat(after(program(SETTINGS, SQL), JARS)).isEmpty();
    }

    @Test
    void layoutAndAnotherBuildAreNoDifference() {
        PipelineProgram program =
                program(SETTINGS, SQL.replace("SELECT id FROM seen", "SELECT id -- all\n  FROM seen"));
        assertThat(after(program, List.of(new ReleasedJar("b.jar", "other", "content"))))
                .isEmpty();
    }

    @Test
    void eachKindIsTold() {
        assertThat(after(program(Map.of("a", "1"), SQL), JARS)).containsExactly(Difference.SETTINGS);
        assertThat(after(program(Map.of("a", "1", "b", "3"), SQL), JARS)).containsExactly(Difference.SETTINGS);
        assertThat(after(program(SETTINGS, SQL.replace("= '1'", "= '2'")), JARS))
                .containsExactly(Difference.CONNECTOR_OPTIONS);
        assertThat(after(program(SETTINGS, SQL.replace("FROM few", "FROM few WHERE id > 1")), JARS))
                .containsExactly(Difference.SQL);
        assertThat(after(program(SETTINGS, SQL.replace("(id INT)", "(id BIGINT)")), JARS))
                .containsExactly(Difference.SQL);
        assertThat(after(program(SETTINGS, SQL), List.of(new ReleasedJar("a.jar", "sha2", "content2"))))
                .containsExactly(Difference.JARS);
        assertThat(after(program(SETTINGS, SQL), List.of())).containsExactly(Difference.JARS);
        assertThat(after(Programs.with(program(SETTINGS, SQL), new CreateFunction("f", "com.example.F", null)), JARS))
                .containsExactly(Difference.FUNCTIONS);
    }

    @Test
    void severalKindsAreToldTogether() {
        PipelineProgram program = program(
                Map.of(),
                SQL.replace("'print'", "'blackhole'").replace("SELECT id FROM seen", "SELECT id + 1 FROM seen"));
        assertThat(after(program, List.of()))
                .containsExactlyInAnyOrder(
                        Difference.SETTINGS, Difference.CONNECTOR_OPTIONS, Difference.SQL, Difference.JARS);
    }

    private static Set<Difference> after(PipelineProgram program, List<ReleasedJar> jars) {
        return Difference.between(Releases.of(1, ReleaseText.of(program(SETTINGS, SQL)), JARS), program, jars);
    }

    private static PipelineProgram program(Map<String, String> settings, String sql) {
        return Programs.program("p", Mode.STREAMING, new TreeMap<>(settings), sql);
    }
}
