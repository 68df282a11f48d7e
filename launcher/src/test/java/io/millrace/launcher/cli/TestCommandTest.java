package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestCommandTest {

    private static final Path TESTS = Path.of("pipelines/p.test.yaml");

    @TempDir
    private Path folder;

    @BeforeEach
    void makeAProject() throws IOException {
        write("millrace.yaml", "project: shop\n");
        write("pipelines/p.yaml", "pipeline: p\ningest: [sql/in.sql]\nsink: [sql/out.sql]\n");
        write("sql/in.sql", "CREATE TABLE src (id BIGINT, name STRING) WITH ('connector' = 'datagen');\n");
        write(
                "sql/out.sql",
                """
                CREATE TABLE dst (id BIGINT, name STRING) WITH ('connector' = 'print');
                INSERT INTO dst SELECT id + 1, UPPER(name) FROM src WHERE id > 0;
                """);
    }

    @Test
    void aTestWhoseRowsComeOutPasses() throws IOException {
        tests("[{ id: 2, name: ANN }]");
        CommandRun run = CommandRun.in(folder, "test");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("passed   p: one").contains("1 test: 1 passed in ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aTestWithOtherRowsShowsThemAndExitsThree() throws IOException {
        tests("[{ id: 2, name: EVE }]");
        CommandRun run = CommandRun.in(folder, "test");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(run.out()).contains("pipelines/p.test.yaml:7:9: 'dst': 1 row is different", "  ~ 2   EVE -> ANN");
    }

    @Test
    void everyMistakeIsShownBeforeAnyTestRuns() throws IOException {
        write(
                TESTS.toString(),
                """
                pipeline: p
                tests:
                  - name: one
                    given:
                      - scr: { id: 1 }
                      - dst: { id: 1 }
                      - src: ["-D", { id: x }]
                      - watermark: { src: "2026-01-01 00:00:00" }
                    expect:
                      tables: { src: [], dts: [] }
                """);
        CommandRun run = CommandRun.in(folder, "test");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_CATALOG);
        assertThat(run.err())
                .contains(":5:9: error[MR860]: the pipeline has no table 'scr'", "did you mean 'src'")
                .contains(":6:9: error[MR861]: 'dst' is a sink")
                .contains(":7:15: error[MR864]: 'src' gives no -D")
                .contains("error[MR832]: 'x' does not fit BIGINT")
                .contains(":8:22: error[MR863]: 'src' has no event time")
                .contains("error[MR862]: 'src' is a source")
                .contains("error[MR860]: the pipeline has no table or view 'dts'");
        assertThat(run.out()).contains("1 test: 1 invalid");
    }

    @Test
    void aBlankFailsUntilItIsFilledIn() throws IOException {
        tests("~");
        CommandRun blank = CommandRun.in(folder, "test");
        assertThat(blank.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(blank.out()).contains("--update");
        CommandRun update = CommandRun.in(folder, "test", "--update");
        assertThat(update.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(update.err()).contains("pipelines/p.test.yaml:7:9: filled in 1 row");
        assertThat(folder.resolve(TESTS)).content().endsWith("        dst:\n          - { id: 2, name: ANN }\n");
        assertThat(CommandRun.in(folder, "test").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void namesChooseTestsAndAWrongOneIsWrongUsage() throws IOException {
        tests("[]");
        CommandRun none = CommandRun.in(folder, "test", "--name", "two");
        assertThat(none.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(none.err()).contains("no test of the chosen pipelines has that name");
    }

    @Test
    void withoutTestsThereIsNothingToDo() {
        CommandRun run = CommandRun.in(folder, "test");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("the chosen pipelines have no tests");
    }

    @Test
    void programsGetVerdictsAsJsonAndJUnit() throws IOException {
        tests("[]");
        CommandRun run = CommandRun.in(folder, "test", "--format", "json", "--junit", "out/report.xml");
        assertThat(run.out()).contains("\"verdict\" : \"failed\"", "\"line\" : 7");
        assertThat(folder.resolve("out/report.xml")).content().contains("<testsuite name=\"p\" tests=\"1\"");
    }

    @Test
    void coverageNamesWhatNoTestLooksAt() throws IOException {
        write(
                "sql/in.sql",
                Files.readString(folder.resolve("sql/in.sql"))
                        + "CREATE TABLE other (id INT) WITH ('connector' = 'datagen');\n");
        tests("[{ id: 2, name: ANN }]");
        CommandRun run = CommandRun.in(folder, "test", "--coverage");
        assertThat(run.out())
                .contains("coverage of p: 1 of 1 views and sinks (100 %)")
                .contains("sql/in.sql:2:1: no test gives rows to the source other");
    }

    private void tests(String expected) throws IOException {
        write(
                TESTS.toString(),
                """
                pipeline: p
                tests:
                  - name: one
                    given: [{ src: { id: 1, name: ann } }, { src: { id: -1 } }]
                    expect:
                      tables:
                        dst: %s
                """
                        .formatted(expected));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
