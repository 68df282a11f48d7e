package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expectations through the verbs: where Flink's errors are shown, and by which names tables are known. */
final class ExpectationsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeAProject() throws IOException {
        write("millrace.yaml", "project: shop\n");
        write(
                "sql/in.sql",
                """
                CREATE TABLE src (id BIGINT, name STRING) WITH ('connector' = 'datagen');
                CREATE TABLE latest (id BIGINT, name STRING, PRIMARY KEY (id) NOT ENFORCED) WITH (
                  'connector' = 'upsert-kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'kafka:9092',
                  'key.format' = 'json', 'value.format' = 'json');
                """);
        write(
                "sql/out.sql",
                """
                CREATE TABLE letters (
                  pipeline STRING, table_name STRING, reason STRING, source_position STRING, row_data STRING
                ) WITH ('connector' = 'kafka', 'topic' = 'letters', 'properties.bootstrap.servers' = 'kafka:9092',
                  'format' = 'json');
                CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print');
                INSERT INTO dst SELECT id FROM src;
                """);
        expect("src", "id > 0: drop");
    }

    @Test
    void anUnknownColumnIsShownInTheCondition() throws IOException {
        expect("src", "id > 0 AND nmae <> 'x': dead-letter");

        CommandRun run = CommandRun.in(folder, "validate");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_CATALOG);
        assertThat(run.err())
                .contains("pipelines/p.yaml:7:18: error[MR602]: unknown column 'nmae'", "did you mean 'name'?")
                .containsOnlyOnce("error[");
    }

    @Test
    void whatIsNoConditionIsShownWhereItStands() throws IOException {
        expect("src", "id >: drop");

        assertThat(CommandRun.in(folder, "validate").err()).contains("pipelines/p.yaml:7:10: error[MR304]");
    }

    @Test
    void rowsThatAreReplacedCannotBecomeDeadLetters() throws IOException {
        expect("latest", "id > 0: dead-letter");

        CommandRun run = CommandRun.in(folder, "validate");

        assertThat(run.err())
                .contains(
                        "pipelines/p.yaml:7:15: error[MR614]: 'letters' takes only inserts",
                        "they come from an upsert table, whose rows are replaced; use drop, warn or fail");
    }

    @Test
    void theGraphKnowsTheTableByItsOwnName() {
        assertThat(CommandRun.in(folder, "list", "--graph").out())
                .contains("src (datagen)")
                .doesNotContain("unchecked");
    }

    @Test
    void coverageKnowsTheTableByItsOwnName() throws IOException {
        test("src: { id: 1 }", "tables: { dst: [{ id: 1 }] }");

        assertThat(CommandRun.in(folder, "test", "--coverage").out())
                .contains("no test gives rows to the source latest")
                .doesNotContain("rows to the source src")
                .doesNotContain("unchecked");
    }

    @Test
    void rowsAreGivenToTheTableAndExpectedOfIt() throws IOException {
        test(
                "src: [{ id: 1 }, { id: -1 }, { name: a }]",
                "tables: { src: [{ id: 1 }, { id: ~ }], dst: [{ id: 1 }, { id: ~ }] }");

        CommandRun run = CommandRun.in(folder, "test");

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE);
    }

    private void expect(String table, String expectation) throws IOException {
        write(
                "pipelines/p.yaml",
                """
                pipeline: p
                ingest: [sql/in.sql]
                sink: [sql/out.sql]
                dead-letters: letters
                expectations:
                  %s:
                    - %s
                """
                        .formatted(table, expectation));
    }

    private void test(String given, String expected) throws IOException {
        write(
                "pipelines/p.test.yaml",
                """
                pipeline: p
                tests:
                  - name: one
                    given:
                      - %s
                    expect:
                      %s
                """
                        .formatted(given, expected));
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
