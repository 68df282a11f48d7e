package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan}, {@code apply} and {@code rollback} on a cluster of this JVM. */
final class ApplyCommandTest {

    /** The cluster remembers the jobs of other tests, which are none of this one's project. */
    private static final AtomicInteger PROJECTS = new AtomicInteger();

    private static TestCluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startTheCluster(@TempDir Path state) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                state.resolve("checkpoints").toUri().toString());
        configuration.set(
                CheckpointingOptions.SAVEPOINT_DIRECTORY,
                state.resolve("savepoints").toUri().toString());
        cluster = TestCluster.start(configuration);
    }

    @AfterAll
    static void closeTheCluster() {
        cluster.close();
    }

    @BeforeEach
    void makeProject() throws Exception {
        write(
                "millrace.yaml",
                "project: shop" + PROJECTS.incrementAndGet() + "\nenvironments:\n  cluster:\n    target: { rest: \""
                        + cluster.address() + "\" }\n    settings: { checkpoint-interval: 1 s, parallelism: 1 }\n");
        write("pipelines/totals.yaml", "pipeline: totals\nsink: [sql/totals.sql]\n");
        totals("COUNT(*)");
    }

    @AfterEach
    void endAllJobs() {
        run("stop", "--all", "--without-savepoint");
        run("stop", "--gone", "--without-savepoint");
    }

    @Test
    void aSecondApplyTouchesNothing() throws Exception {
        assertThat(run("plan", "--detailed-exit-code").exitCode()).isEqualTo(4);

        CommandRun first = run("apply");
        String job = job();
        CommandRun second = run("apply");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).isEqualTo("totals  revision 1 runs\n");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).isEqualTo("nothing to do: 1 unchanged\n");
        assertThat(job()).isEqualTo(job);
        assertThat(run("plan", "--detailed-exit-code").exitCode()).isZero();
    }

    @Test
    void aCommentIsNoChange() throws Exception {
        run("apply");
        Path sql = folder.resolve("sql/totals.sql");
        Files.writeString(sql, "-- what is counted\n" + Files.readString(sql).replace("SELECT ", "SELECT  /* */ "));

        assertThat(run("plan", "--detailed-exit-code").exitCode()).isZero();
    }

    @Test
    void aCompatibleChangeGoesOnFromTheSavepoint() throws Exception {
        run("apply");
        totals("COUNT(*) * 2");

        JsonNode plan = new ObjectMapper()
                .readTree(run("plan", "--format", "json").out())
                .path(0);
        CommandRun apply = run("apply");

        assertThat(plan.path("state").asText()).isEqualTo("compatible");
        assertThat(plan.path("differences")).hasToString("[\"SQL\"]");
        assertThat(plan.path("operators").findValuesAsText("fate")).hasSize(3).containsOnly("carried");
        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(apply.out()).startsWith("totals  revision 2 runs from savepoint-");
        assertThat(new ObjectMapper()
                        .readTree(run("history", "totals", "--format", "json").out())
                        .findValuesAsText("state"))
                .containsExactly("compatible", "");
    }

    @Test
    void aChangeThatLosesStateIsRefusedAtItsLineUntilItIsAllowed() throws Exception {
        run("apply");
        String job = job();
        totals("SUM(v)");

        CommandRun refused = run("apply");
        String untouched = job();
        CommandRun allowed = run("apply", "--allow-state-loss", "totals");

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err())
                .contains("refused: GroupAggregate(groupBy=[k]", "sql/totals.sql:3:1: Its aggregate functions")
                .contains("nothing was touched: state would be lost");
        assertThat(untouched).isEqualTo(job);
        assertThat(allowed.exitCode()).as(allowed.err()).isZero();
    }

    @Test
    void aPlanForAPullRequestShowsTheDifference() throws Exception {
        run("apply");
        totals("SUM(v)");

        assertThat(run("plan", "--format", "markdown").out())
                .contains("| totals | changed: SQL (revision 1), state incompatible | incompatible |")
                .contains("```diff", "-  INSERT INTO totals SELECT k, COUNT(*) FROM src GROUP BY k;")
                .contains("+  INSERT INTO totals SELECT k, SUM(v) FROM src GROUP BY k;");
    }

    @Test
    void aStoppedPipelineGoesOnWhereItWas() throws Exception {
        run("apply");
        run("stop", "totals");

        CommandRun plan = run("plan");
        CommandRun apply = run("apply");

        assertThat(plan.out()).contains("+ totals  stopped (revision 1), state compatible, goes on from savepoint-");
        assertThat(apply.out()).startsWith("totals  revision 1 runs from savepoint-");
    }

    @Test
    void rollbackDeploysWhatRanBefore() throws Exception {
        run("apply");
        totals("COUNT(*) * 2");
        run("apply");

        CommandRun rollback = run("rollback", "totals");

        assertThat(rollback.exitCode()).as(rollback.err()).isZero();
        assertThat(rollback.out()).startsWith("totals  revision 3 runs from savepoint-");
        assertThat(run("history", "totals", "3").out()).contains("SELECT k, COUNT(*) FROM src");
        assertThat(run("plan", "--detailed-exit-code").exitCode()).isEqualTo(4);
    }

    @Test
    void whatIsGoneFromTheCatalogIsShownAndStoppedWhenAsked() throws Exception {
        run("apply");
        Files.delete(folder.resolve("pipelines/totals.yaml"));
        write("pipelines/others.yaml", "pipeline: others\nsink: [sql/totals.sql]\n");

        assertThat(run("plan").out()).contains("- totals  gone from the catalog, still running");
        CommandRun stop = run("stop", "--gone");

        assertThat(stop.exitCode()).as(stop.err()).isZero();
        assertThat(stop.out()).matches("totals  file:.*/savepoint-.*\n");
        assertThat(run("plan").out()).doesNotContain("totals");
    }

    @Test
    void aJobOfItsNameThatSomeoneElseStartedIsLeftAlone() throws Exception {
        cluster.submit("totals");

        CommandRun apply = run("apply");

        assertThat(apply.exitCode()).isEqualTo(8);
        assertThat(apply.err()).contains("a job of its name runs that Millrace did not start");
        assertThat(run("plan", "--detailed-exit-code").exitCode()).isEqualTo(4);
    }

    @Test
    void aNameThatIsNotDeployedIsNoExcuseForLosingState() {
        CommandRun run = run("apply", "--allow-state-loss", "total");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the pipeline 'total' is not among those to deploy; did you mean 'totals'?");
    }

    @Test
    void aConditionOfAThousandAlternativesIsPlannedAsItIsValidated() throws Exception {
        String condition = IntStream.range(0, 500)
                .mapToObj(i -> "(k + v) = " + i + " OR (k - v) > " + i)
                .collect(Collectors.joining(" OR "));
        Path sql = folder.resolve("sql/totals.sql");
        Files.writeString(sql, Files.readString(sql).replace("FROM src", "FROM src WHERE " + condition));

        CommandRun plan = run("plan", "--detailed-exit-code");

        assertThat(run("validate").exitCode()).isZero();
        assertThat(plan.exitCode()).as(plan.err()).isEqualTo(4);
    }

    private void totals(String value) throws IOException {
        write(
                "sql/totals.sql",
                "CREATE TABLE src (k INT, v BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '10');\n"
                        + "CREATE TABLE totals (k INT, c BIGINT, PRIMARY KEY (k) NOT ENFORCED)"
                        + " WITH ('connector' = 'blackhole');\n"
                        + "INSERT INTO totals SELECT k, " + value + " FROM src GROUP BY k;\n");
    }

    private String job() throws IOException {
        return new ObjectMapper()
                .readTree(run("status", "totals", "--format", "json").out())
                .path(0)
                .path("job")
                .asText();
    }

    private CommandRun run(String verb, String... arguments) {
        List<String> command = new ArrayList<>(List.of(verb, "-e", "cluster"));
        command.addAll(List.of(arguments));
        return CommandRun.in(folder, command.toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
