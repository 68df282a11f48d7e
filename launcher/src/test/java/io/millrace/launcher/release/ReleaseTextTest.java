package io.millrace.launcher.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep.CreateFunction;
import io.millrace.catalog.program.ProgramStep.SetOption;
import io.millrace.launcher.compile.Programs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ReleaseTextTest {

    private static final String SQL =
            """
            CREATE TABLE src (id INT, note STRING) WITH ('connector' = 'datagen', 'password' = '${secret:p}');
            CREATE TABLE dst (id INT, note STRING) WITH ('connector' = 'print', 'print-identifier' = 'it''s; -- x');
            CREATE VIEW seen AS SELECT id, note FROM src WHERE note <> 'a;b';
            INSERT INTO dst SELECT id, note FROM seen;
            INSERT INTO dst
            SELECT id,
              'two
            lines' FROM src;
            """;

    @Test
    void aProgramIsTheSameAfterItWasText() {
        PipelineProgram program = program(Map.of("pipeline.max-parallelism", "8", "a", "it's"), SQL);
        String text = ReleaseText.of(program);
        PipelineProgram read = ReleaseText.program("p", Mode.STREAMING, text, "revision 1");
        assertThat(ReleaseText.of(read)).isEqualTo(text);
        assertThat(options(read)).isEqualTo(options(program));
        assertThat(read.objects()).hasSize(3);
        assertThat(read.inserts()).hasSize(2);
        assertThat(ReleaseText.fingerprint(read, List.of())).isEqualTo(ReleaseText.fingerprint(program, List.of()));
    }

    @Test
    void aFunctionOfTheDescriptorBecomesItsStatement() {
        PipelineProgram program =
                Programs.with(program(Map.of(), SQL), new CreateFunction("twice", "com.example.Twice", null));
        String text = ReleaseText.of(program);
        assertThat(text).contains("CREATE TEMPORARY FUNCTION `twice` AS 'com.example.Twice';");
        assertThat(ReleaseText.of(ReleaseText.program("p", Mode.STREAMING, text, "revision 1")))
                .isEqualTo(text);
    }

    @Test
    void secretsStayPlaceholders() {
        assertThat(ReleaseText.of(program(Map.of(), SQL))).contains("'password' = '${secret:p}'");
    }

    @Test
    void commentsAndLayoutMakeNoOtherRelease() {
        String other = SQL.replace("SELECT id, note FROM src WHERE", "SELECT id, -- both\n   note\nFROM src  WHERE");
        assertThat(other).isNotEqualTo(SQL);
        assertThat(fingerprint(Map.of("a", "1"), other)).isEqualTo(fingerprint(Map.of("a", "1"), SQL));
    }

    @Test
    void whatChangesTheJobMakesAnother() {
        String fingerprint = fingerprint(Map.of("a", "1"), SQL);
        assertThat(List.of(
                        fingerprint(Map.of("a", "2"), SQL),
                        fingerprint(Map.of("a", "1"), SQL.replace("'datagen'", "'kafka'")),
                        fingerprint(Map.of("a", "1"), SQL.replace("'a;b'", "'a; b'")),
                        ReleaseText.fingerprint(
                                program(Map.of("a", "1"), SQL), List.of(new ReleasedJar("a.jar", "1", "2"))),
                        ReleaseText.fingerprint(Programs.program("p", Mode.BATCH, Map.of("a", "1"), SQL), List.of())))
                .doesNotContain(fingerprint)
                .doesNotHaveDuplicates();
    }

    @Test
    void aJarThatWasBuiltAgainMakesNoOther() {
        PipelineProgram program = program(Map.of(), SQL);
        assertThat(ReleaseText.fingerprint(program, List.of(new ReleasedJar("b.jar", "9", "2"))))
                .isEqualTo(ReleaseText.fingerprint(program, List.of(new ReleasedJar("a.jar", "1", "2"))));
    }

    private static String fingerprint(Map<String, String> options, String sql) {
        return ReleaseText.fingerprint(program(options, sql), List.of());
    }

    private static PipelineProgram program(Map<String, String> options, String sql) {
        return Programs.program("p", Mode.STREAMING, new TreeMap<>(options), sql);
    }

    private static Map<String, String> options(PipelineProgram program) {
        Map<String, String> options = new TreeMap<>();
        program.options()
                .forEach((SetOption option) ->
                        options.put(option.key(), option.value().value()));
        return options;
    }
}
