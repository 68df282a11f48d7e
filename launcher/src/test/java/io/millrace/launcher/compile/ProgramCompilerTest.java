package io.millrace.launcher.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep.CreateFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramCompilerTest {

    private static final String ORDERS =
            """
            CREATE TABLE orders (id INT, category STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)
              WITH ('connector' = 'datagen', 'number-of-rows' = '3');
            CREATE TABLE shown (id INT, category STRING) WITH ('connector' = 'print');
            CREATE TABLE counts (category STRING, n BIGINT) WITH ('connector' = 'blackhole');
            CREATE TEMPORARY VIEW small AS SELECT id, category FROM orders WHERE id < 10;
            """;
    private static final String INSERTS =
            """
            INSERT INTO shown SELECT id, UPPER(category) FROM small;
            INSERT INTO counts SELECT category, COUNT(*) FROM small GROUP BY category;
            """;
    private static final SourceLocation FUNCTION_PLACE = new SourceLocation("pipelines/test.yaml", 9, 9);

    private final DiagnosticCollector problems = new DiagnosticCollector();
    private final Redaction redaction = new Redaction();
    private ProjectJars jars = new ProjectJars(List.of());

    @AfterEach
    void closeJars() {
        jars.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void makesOneJobOfAllInserts(Mode mode) {
        CompiledPipeline compiled = compile(Programs.program("both", mode, Map.of(), ORDERS + INSERTS))
                .orElseThrow();

        StreamGraph graph = compiled.streamGraph(new Configuration());
        assertThat(graph.getJobName()).isEqualTo("both");
        assertThat(compiled.inserts()).hasSize(2);
        assertThat(graph.getStreamNodes())
                .extracting(StreamNode::getOperatorName)
                .anyMatch(operator -> operator.contains("shown"))
                .anyMatch(operator -> operator.contains("counts"));
        assertThat(graph.getSourceIDs()).hasSize(1);
    }

    @Test
    void givesTheProgramsOptionsToTheJob() {
        CompiledPipeline compiled = compile(Programs.program(
                        "tuned",
                        Mode.STREAMING,
                        Map.of("parallelism.default", "3", "table.exec.mini-batch.enabled", "false"),
                        ORDERS + INSERTS))
                .orElseThrow();

        assertThat(compiled.configuration().toMap()).containsEntry("parallelism.default", "3");
        assertThat(compiled.streamGraph(new Configuration()).getStreamNodes())
                .anyMatch(node -> node.getParallelism() == 3);
    }

    @Test
    void reportsOptionsThatFlinkDoesNotTakeWhereTheyWereWritten() {
        Map<String, String> options = Map.of(
                "parallelism.default", "abc",
                "pipeline.max-parallelism", "-7",
                "table.exec.mini-bach.enabled", "true",
                "execution.checkpointing.mode", "SOMETIMES",
                "metrics.reporter.any.thing", "is free");

        assertThat(compile(Programs.program("wrong", Mode.STREAMING, options, ORDERS + INSERTS)))
                .isEmpty();
        assertThat(problems.sorted())
                .extracting(Diagnostic::code, Diagnostic::message, d -> d.hint().orElse(""))
                .containsExactlyInAnyOrder(
                        tuple(DiagnosticCode.BAD_VALUE, "'abc' is not a value of 'parallelism.default'", ""),
                        tuple(
                                DiagnosticCode.BAD_VALUE,
                                "'SOMETIMES' is not a value of 'execution.checkpointing.mode': Expected one of: "
                                        + "[[EXACTLY_ONCE, AT_LEAST_ONCE]]",
                                ""),
                        tuple(
                                DiagnosticCode.BAD_VALUE,
                                "'pipeline.max-parallelism': The maximum parallelism must be greater than 0",
                                ""),
                        tuple(
                                DiagnosticCode.UNKNOWN_KEY,
                                "Flink has no option 'table.exec.mini-bach.enabled'",
                                "did you mean 'table.exec.mini-batch.enabled'?"));
        assertThat(problems.sorted())
                .allMatch(d -> d.location().equals(new SourceLocation("pipelines/wrong.yaml", 5, 3)));
    }

    @Test
    void loadsFunctionsFromTheProjectsJars(@TempDir Path folder) throws IOException {
        useFunctionJar(folder);
        PipelineProgram program =
                Programs.streaming(ORDERS + "INSERT INTO shown SELECT id, twice(category) FROM orders;");

        Optional<CompiledPipeline> compiled =
                compile(Programs.with(program, new CreateFunction("twice", "Twice", FUNCTION_PLACE)));

        assertThat(problems.sorted()).isEmpty();
        assertThat(compiled.orElseThrow().configuration().toMap().get("pipeline.jars"))
                .contains("Twice.jar");
    }

    @Test
    void registersFunctionsThatSqlDeclares(@TempDir Path folder) throws IOException {
        useFunctionJar(folder);

        compile(Programs.streaming(ORDERS + "CREATE TEMPORARY FUNCTION twice AS 'Twice';"
                + "INSERT INTO shown SELECT id, twice(category) FROM orders;"));

        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void reportsAMissingFunctionClassOnlyOnce() {
        PipelineProgram program =
                Programs.streaming(ORDERS + "INSERT INTO shown SELECT id, twice(category) FROM orders;");

        compile(Programs.with(program, new CreateFunction("twice", "io.example.Twice", FUNCTION_PLACE)));

        assertThat(problems.sorted())
                .extracting(Diagnostic::code, Diagnostic::location)
                .containsExactly(tuple(DiagnosticCode.FUNCTION_CLASS_NOT_FOUND, FUNCTION_PLACE));
    }

    @Test
    void reportsAClassThatIsNoFunction() {
        PipelineProgram program = Programs.streaming(ORDERS + INSERTS);

        compile(Programs.with(program, new CreateFunction("text", "java.lang.String", FUNCTION_PLACE)));

        assertThat(problems.sorted())
                .extracting(Diagnostic::code, Diagnostic::location)
                .containsExactly(tuple(DiagnosticCode.INVALID_STATEMENT, FUNCTION_PLACE));
    }

    @Test
    void putsSecretsIntoTableOptionsOnly() {
        String canary = "can'ary \"4711\"; DROP";
        String sql = "CREATE TABLE t (id INT) WITH ('connector' = 'filesystem', 'path' = '/tmp/${secret:key}', "
                + "'format' = 'json');CREATE TABLE s (id INT) WITH ('connector' = 'print');INSERT INTO s SELECT id FROM t;";

        CompiledPipeline compiled = compile(Programs.streaming(sql), canary).orElseThrow();

        assertThat(problems.sorted()).isEmpty();
        assertThat(compiled.inserts().toString()).doesNotContain("4711");
        assertThat(redaction.redact("at '" + canary + "'")).isEqualTo("at '******'");
    }

    @Test
    void hidesSecretsInWhatFlinkSays() {
        String sql = "CREATE TABLE t (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = '${secret:key}');"
                + "CREATE TABLE u (id INT) WITH ('connector' = '${secret:key}');"
                + "CREATE TABLE s (id INT) WITH ('connector' = 'print');"
                + "INSERT INTO s SELECT id FROM t;INSERT INTO s SELECT id FROM u;";

        compile(Programs.streaming(sql), "canary/4711 x");

        assertThat(problems.sorted()).hasSize(2);
        assertThat(problems.sorted().toString())
                .doesNotContain("canary")
                .doesNotContain("4711")
                .contains("******");
    }

    @Test
    void reportsAMissingSecretAtItsPlaceholder() {
        String sql = "CREATE TABLE t (id INT) WITH ('connector' = 'filesystem',\n'path' = '/tmp/${secret:other}', "
                + "'format' = 'json');CREATE TABLE s (id INT) WITH ('connector' = 'print');INSERT INTO s SELECT id FROM t;";

        compile(Programs.streaming(sql));

        assertThat(problems.sorted())
                .extracting(Diagnostic::code, Diagnostic::location, Diagnostic::message)
                .containsExactly(tuple(
                        DiagnosticCode.MISSING_SECRET,
                        new SourceLocation("test.sql", 2, 16),
                        "no value for the secret 'other'"));
    }

    @Test
    void compilesInTwoThreadsAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<List<Diagnostic>> compilation = () -> {
                DiagnosticCollector found = new DiagnosticCollector();
                for (int i = 0; i < 3; i++) {
                    new ProgramCompiler(jars, name -> Optional.empty(), new Redaction())
                            .compile(Programs.program("p" + i, Mode.STREAMING, Map.of(), ORDERS + INSERTS), found);
                }
                return found.sorted();
            };
            for (Future<List<Diagnostic>> result : threads.invokeAll(List.of(compilation, compilation))) {
                assertThat(result.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void useFunctionJar(Path folder) throws IOException {
        Path jar = FunctionJar.of(
                folder,
                "Twice",
                "public class Twice extends org.apache.flink.table.functions.ScalarFunction {"
                        + " public String eval(String text) { return text + text; } }");
        jars.close();
        jars = new ProjectJars(List.of(jar));
    }

    private Optional<CompiledPipeline> compile(PipelineProgram program) {
        return new ProgramCompiler(jars, name -> Optional.empty(), redaction).compile(program, problems);
    }

    private Optional<CompiledPipeline> compile(PipelineProgram program, String secret) {
        return new ProgramCompiler(jars, name -> name.equals("key") ? Optional.of(secret) : Optional.empty(), redaction)
                .compile(program, problems);
    }
}
