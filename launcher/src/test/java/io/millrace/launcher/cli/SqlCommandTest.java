package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeProject() throws IOException {
        SqlProject.in(folder);
    }

    @Test
    void aPipelinesTablesViewsAndFunctionsAreThere() {
        CommandRun run = sql("--format", "csv", "-c", "SELECT * FROM loud ORDER BY id");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualToNormalizingNewlines("id,name\n1,ZOË!\n2,LI!\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theFirstWrongStatementEndsTheScriptAtItsPlace() throws IOException {
        SqlProject.write(
                folder,
                "q.sql",
                """
                /* a comment; */ SHOW VIEWS;
                SELECT 'é東京', nam FROM people;
                SHOW TABLES;
                """);
        CommandRun run = sql("-f", "q.sql");
        assertThat(run.out()).contains("loud").doesNotContain("people");
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        """
                q.sql:2:15: error[MR602]: unknown column 'nam'
                    2 | SELECT 'é東京', nam FROM people;
                      |                 ^
                  hint: did you mean 'name'?
                """);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void textThatCannotBeSplitRunsNotEvenItsBeginning() {
        CommandRun run = sql("-c", "SHOW TABLES; SELECT 'open");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("<-c>:1:21: error[MR301]");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aFailedJobIsAnErrorOfItsStatementWithAnExitCodeOfItsOwn() {
        CommandRun run = sql("-c", "SHOW VIEWS", "-c", "\n  SELECT * FROM bad");
        assertThat(run.err()).startsWith("<-c 2>:2:3: error[MR701]: the job of this statement failed: ");
        assertThat(run.exitCode()).isEqualTo(6);
    }

    @Test
    void insertsAndStatementSetsOfABatchSessionAreWaitedFor() {
        String target = folder.resolve("target").toUri().getPath();
        CommandRun run = sql(
                "--format",
                "json",
                "-c",
                "CREATE TABLE kept (id INT, name STRING) WITH ('connector' = 'filesystem', 'path' = '" + target
                        + "', 'format' = 'csv')",
                "-c",
                "EXECUTE STATEMENT SET BEGIN INSERT INTO kept SELECT * FROM people; INSERT INTO kept VALUES (3, ';'); END",
                "-c",
                "BEGIN STATEMENT SET; INSERT INTO kept VALUES (4, CAST(NULL AS STRING)); END;",
                "-c",
                "SELECT id, NULLIF(name, '') AS name FROM kept ORDER BY id");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                {"id":1,"name":"Zoë"}
                {"id":2,"name":"Li"}
                {"id":3,"name":";"}
                {"id":4,"name":null}
                """);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void jobsThatAStreamingScriptStartsAreWaitedForAtItsEnd() {
        CommandRun run = sql(
                "-c",
                "SET 'execution.runtime-mode' = 'streaming'",
                "-c",
                "INSERT INTO printed SELECT id, name FROM bad",
                "-c",
                "SHOW VIEWS");
        assertThat(run.out()).contains("loud");
        assertThat(run.err())
                .contains("<-c 2>:1:1: started the job ", "1 job runs; Ctrl-C stops them")
                .contains("<-c 2>:1:1: error[MR701]");
        assertThat(run.exitCode()).isEqualTo(6);
    }

    @Test
    void optionsOfThePipelinesHoldUntilTheyAreSetOtherwise() {
        String rows = "SELECT x FROM (VALUES (1), (2)) AS t(x)";
        CommandRun run = sql("-c", rows, "-c", "SET 'execution.runtime-mode' = 'streaming'", "-c", rows);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("2 rows in set", "| +I |", "Received a total of 2 rows");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void secretsAreUsedAndNeverShown() {
        CommandRun run = sql(
                "-c", "SHOW CREATE TABLE hidden", "-c", "EXPLAIN SELECT * FROM hidden", "-c", "SELECT * FROM hidden");
        assertThat(run.out()).contains("'/nowhere/${secret:canary}'");
        assertThat(run.err()).contains("/nowhere/******");
        assertThat(run.out() + run.err()).doesNotContain(SqlProject.SECRET);
        assertThat(run.exitCode()).isEqualTo(6);
    }

    @Test
    void statementsOfTheSessionMayUsePlaceholdersToo() {
        CommandRun run = sql(
                "-c",
                "CREATE TABLE again WITH ('path' = '${data.folder}/people.csv') LIKE people (OVERWRITING OPTIONS)",
                "-c",
                "CREATE TABLE wrong WITH ('path' = '${data.foldr}/people.csv') LIKE people (OVERWRITING OPTIONS)",
                "--format",
                "csv",
                "-c",
                "SELECT COUNT(*) AS n FROM again",
                "-c",
                "EXPLAIN SELECT * FROM wrong");
        assertThat(run.out()).isEqualToNormalizingNewlines("n\n2\n");
        assertThat(run.err())
                .startsWith("<-c 4>:1:1: error[MR401]: the variable 'data.foldr' is not defined; did you mean");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void withoutATargetStatementsAreOnlyPlanned() {
        CommandRun run = sql("-e", "elsewhere", "-c", "EXPLAIN SELECT * FROM loud", "-c", "SELECT * FROM loud");
        assertThat(run.out()).contains("== Optimized Execution Plan ==");
        assertThat(run.err()).contains("the environment 'elsewhere' has no 'target: embedded'");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void ofTwoMeaningsOfANameTheFirstIsKeptAndTheOtherNamed() throws IOException {
        SqlProject.write(
                folder,
                "pipelines/demo/more-people.yaml",
                """
                pipeline: more-people
                mode: batch
                ingest: [sql/people.sql]
                sink: [sql/more.sql]
                tables: { people: { csv.ignore-parse-errors: "true" } }
                """);
        SqlProject.write(
                folder,
                "sql/more.sql",
                """
                CREATE TABLE more (id INT) WITH ('connector' = 'print');
                INSERT INTO more SELECT id FROM people;
                """);
        CommandRun run = sql("-c", "SHOW CREATE TABLE people");
        assertThat(run.out()).doesNotContain("ignore-parse-errors");
        assertThat(run.err()).startsWith("note: 'people' is that of loud-people; more-people means another by it");
        assertThat(sql("more-people", "-c", "SHOW CREATE TABLE people").out()).contains("ignore-parse-errors");
    }

    @Test
    void anInvalidPipelineIsReportedAndOnlyInTheWayWhenItIsNamed() throws IOException {
        SqlProject.write(folder, "pipelines/demo/broken.yaml", "pipeline: broken\ningest: [sql/absent.sql]\n");
        CommandRun all = sql("-c", "SHOW VIEWS");
        assertThat(all.err()).contains("pipelines/demo/broken.yaml:2:10: error[MR101]");
        assertThat(all.out()).contains("loud");
        assertThat(all.exitCode()).isZero();
        assertThat(sql("broken", "-c", "SHOW VIEWS").exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsNoFileOfSqlIsSaidInOneLine() throws IOException {
        assertThat(sql("-f", "absent.sql").err())
                .isEqualToNormalizingNewlines("millrace: there is no file 'absent.sql'\n");
        assertThat(sql("-f", "absent.sql").exitCode()).isEqualTo(2);
        assertThat(sql("-f", "data").err()).contains("'data' is a folder");
        assertThat(sql("-f", "data").exitCode()).isEqualTo(2);
        Files.write(folder.resolve("latin.sql"), new byte[] {'S', (byte) 0xE9});
        assertThat(sql("-f", "latin.sql").err()).contains("latin.sql is not UTF-8 text");
        assertThat(sql("--format", "xml", "-c", "SELECT 1").exitCode()).isEqualTo(2);
    }

    @Test
    void aTextWithoutStatementsDoesNothing() throws IOException {
        SqlProject.write(folder, "empty.sql", "-- nothing\n;\n");
        CommandRun run = sql("-f", "empty.sql");
        assertThat(run.out() + run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void quitEndsTheScript() {
        CommandRun run = sql("-c", "QUIT", "-c", "SELECT nothing");
        assertThat(run.out() + run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    private CommandRun sql(String... arguments) {
        List<String> all = new ArrayList<>(List.of("sql"));
        all.addAll(Arrays.asList(arguments));
        return CommandRun.in(folder, all.toArray(String[]::new));
    }
}
