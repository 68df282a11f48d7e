package io.millrace.launcher.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep.SetOption;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.launcher.report.ResultColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewProgramTest {

    private static final String SQL =
            """
            CREATE TABLE base (id INT, name STRING) WITH ('connector' = 'datagen');
            CREATE TABLE orders WITH ('rows-per-second' = '2') LIKE base;
            CREATE TABLE other (id INT) WITH ('connector' = 'datagen');
            CREATE TABLE sink (id INT) WITH ('connector' = 'print');
            CREATE TEMPORARY VIEW small AS SELECT id FROM orders WHERE id < 9;
            CREATE TEMPORARY VIEW smaller AS SELECT id FROM small WHERE id < 5;
            CREATE TEMPORARY VIEW aside AS SELECT id FROM other;
            INSERT INTO sink SELECT id FROM smaller;
            """;
    private static final Map<String, String> OPTIONS = Map.of(
            "execution.checkpointing.interval", "1 s", "parallelism.default", "4", "table.exec.state.ttl", "1 h");
    private static final PipelineProgram PROGRAM = Programs.program("p", Mode.STREAMING, OPTIONS, SQL);

    @Test
    void keepsWhatTheViewReadsThroughOthersAndNoSink() {
        PipelineProgram needed = ViewProgram.of(PROGRAM, query(PROGRAM));

        assertThat(needed.objects().map(ViewProgramTest::name)).containsExactly("base", "orders", "small", "smaller");
        assertThat(needed.inserts()).isEmpty();
    }

    @Test
    void leavesTheJobsStateAndWidthToThePipeline() {
        assertThat(ViewProgram.of(PROGRAM, query(PROGRAM)).options().map(SetOption::key))
                .containsExactly("table.exec.state.ttl");
    }

    @Test
    void planningItTouchesNothingButTheView() {
        PipelineProgram program = Programs.streaming(
                SQL.replace("SELECT id FROM other", "SELECT nothing FROM other").replace("'print'", "'nonsense'"));
        DiagnosticCollector problems = new DiagnosticCollector();
        ViewQuery query = query(program);

        try (ProjectJars jars = new ProjectJars(List.of())) {
            ProgramCompiler compiler = new ProgramCompiler(jars, name -> Optional.empty(), new Redaction());
            Optional<CompiledQuery> compiled = compiler.declare(ViewProgram.of(program, query), problems)
                    .flatMap(session -> session.plan(query.sql(), problems));

            assertThat(problems.sorted()).isEmpty();
            assertThat(compiled.orElseThrow().columns())
                    .containsExactly(new ResultColumn("id", ResultColumn.Kind.NUMBER));
            assertThat(compiled.orElseThrow().streaming()).isTrue();
            assertThat(compiled.orElseThrow().hasEventTime()).isFalse();
        }
    }

    private static ViewQuery query(PipelineProgram program) {
        return ViewQuery.all(program.objects()
                .filter(sql -> name(sql).equals("smaller"))
                .findFirst()
                .orElseThrow());
    }

    private static String name(EditedText sql) {
        return sql.statement().name().map(SqlName::simple).orElseThrow();
    }
}
