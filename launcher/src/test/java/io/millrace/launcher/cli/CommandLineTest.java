package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CommandLineTest {

    @TempDir
    private Path root;

    @BeforeEach
    void writeProject() throws IOException {
        write("millrace.yaml", "project: shop\nenvironments: { prod: { variables: { kind: datagen } } }\n");
        write(
                "pipelines/data/p.yaml",
                """
                pipeline: p
                description: Counts.
                owner: team
                tags: [a, b]
                ingest: [sql/in.sql]
                sink: [sql/out.sql]
                """);
        write("sql/in.sql", "CREATE TABLE src (id BIGINT) WITH ('connector' = '${kind}', 'key' = '${secret:k}');");
        write(
                "sql/out.sql",
                "CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print');\nINSERT INTO dst SELECT id FROM src;");
    }

    @Test
    void everyVerbExplainsItself() {
        CommandLine root = MillraceCommand.commandLine(Console.ofProcess());
        for (String verb : root.getSubcommands().keySet()) {
            CommandRun run = CommandRun.in(this.root, verb, "--help");
            assertThat(run.exitCode()).as(verb).isZero();
            assertThat(run.out()).contains("Usage: millrace " + verb);
        }
    }

    @Test
    void helpGoesToStandardOutputAndNamesTheVerbs() {
        CommandRun run = CommandRun.in(root, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("init", "list", "show", "validate", "print", "explain", "run", "schedule", "peek", "sandbox")
                .contains("plan", "apply", "status", "history", "logs", "savepoint", "stop", "rollback", "package");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void validatingABatchJobThatWritesFilesMakesNoFolder() throws IOException {
        Path files = root.resolve("files");
        write("pipelines/data/p.yaml", "pipeline: p\nmode: batch\ningest: [sql/in.sql]\nsink: [sql/out.sql]\n");
        write("sql/in.sql", "CREATE TABLE src (id BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '1');");
        write(
                "sql/out.sql",
                "CREATE TABLE dst (id BIGINT) WITH ('connector' = 'filesystem', 'format' = 'json', 'path' = '" + files
                        + "');\nINSERT OVERWRITE dst SELECT id FROM src;");

        CommandRun run = CommandRun.in(root, "validate");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(files).doesNotExist();
    }

    @Test
    void theVersionNamesFlinkAndJava() {
        assertThat(CommandRun.in(root, "--version").out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("millrace \\d+\\.\\d+\\.\\d+.*"),
                        line -> assertThat(line).matches("Flink 1\\.20\\.\\d+"),
                        line -> assertThat(line).startsWith("Java "));
    }

    @Test
    void wrongUsageExitsWithTwoAndSuggests() {
        assertThat(CommandRun.in(root)).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("a verb is missing", "millrace --help");
        });
        assertThat(CommandRun.in(root, "validat").err()).contains("validate");
        assertThat(CommandRun.in(root, "list", "--no-such-option").exitCode()).isEqualTo(2);
        assertThat(CommandRun.in(root, "list", "--format", "xml").exitCode()).isEqualTo(2);
    }

    @Test
    void aMissingProjectIsWrongUsage() throws IOException {
        Path elsewhere = Files.createTempDirectory("millrace-nowhere");
        assertThat(CommandRun.in(elsewhere, "list")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).startsWith("millrace: there is no millrace.yaml here or above");
        });
        Files.delete(elsewhere);
    }

    @Test
    void theProjectIsFoundUpwardAndByOption() {
        assertThat(CommandRun.in(root.resolve("pipelines/data"), "list", "-e", "prod")
                        .exitCode())
                .isZero();
        assertThat(CommandRun.in(
                                root.getParent(),
                                "list",
                                "-e",
                                "prod",
                                "-C",
                                root.getFileName().toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void listsAsTextAndAsJson() {
        assertThat(CommandRun.in(root, "list", "-e", "prod").out().lines())
                .containsExactly(
                        "PIPELINE  DOMAIN  MODE       OWNER  TAGS  DESCRIPTION",
                        "p         data    streaming  team   a,b   Counts.");
        assertThat(CommandRun.in(root, "list", "-e", "prod", "--format", "json").out())
                .contains("\"pipeline\" : \"p\"", "\"file\" : \"pipelines/data/p.yaml\"");
    }

    @Test
    void selectorsChooseByTagOwnerAndDomain() {
        for (String selector : List.of("p", "tag:b", "owner:team", "domain:data")) {
            assertThat(CommandRun.in(root, "list", "-e", "prod", selector).out())
                    .as(selector)
                    .contains("Counts.");
        }
        assertThat(CommandRun.in(root, "list", "-e", "prod", "tag:c")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("no pipeline matches 'tag:c'");
        });
    }

    @Test
    void aNameMayStandInADescriptorThatCannotBeRead() throws IOException {
        Files.writeString(root.resolve("pipelines/data/q.yaml"), "pipeline: q\nsink: [\n");
        for (List<String> command : List.of(List.of("validate", "q"), List.of("print", "q"), List.of("run", "q"))) {
            CommandRun run = CommandRun.in(root, command.toArray(String[]::new));
            assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
            assertThat(run.err()).contains("'q'", "pipelines/data/q.yaml:3:1: error[MR1");
        }
        CommandRun json = CommandRun.in(root, "validate", "q", "--format", "json");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(json.out()).contains("\"file\" : \"pipelines/data/q.yaml\"");
    }

    @Test
    void showNamesTheOriginOfEachSetting() {
        assertThat(CommandRun.in(root, "show", "p", "-e", "prod", "--origin", "--set", "parallelism=3")
                        .out())
                .contains("parallelism.default               3          --set")
                .contains("src            datagen    sql/in.sql:1:1");
    }

    @Test
    void printGivesOneTextWithSecretsAsPlaceholders() {
        assertThat(CommandRun.in(root, "print", "p", "-e", "prod").out())
                .isEqualTo(
                        """
                        -- p
                        SET 'pipeline.name' = 'p';
                        SET 'execution.checkpointing.interval' = '10 s';
                        SET 'execution.runtime-mode' = 'streaming';
                        SET 'parallelism.default' = '1';
                        SET 'table.local-time-zone' = 'UTC';

                        CREATE TABLE src (id BIGINT) WITH ('connector' = 'datagen', 'key' = '${secret:k}');

                        CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print');

                        EXECUTE STATEMENT SET BEGIN
                          INSERT INTO dst SELECT id FROM src;
                        END;
                        """);
        assertThat(CommandRun.in(root, "print", "p", "-e", "prod", "--explain").out())
                .contains("EXPLAIN STATEMENT SET BEGIN")
                .doesNotContain("EXECUTE");
    }

    @Test
    void anInvalidCatalogExitsWithOneAndShowsTheToken() {
        CommandRun run = CommandRun.in(root, "validate");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsSubsequence(
                        "sql/in.sql:1:51: error[MR401]: the variable 'kind' is not defined in this environment",
                        "    1 | CREATE TABLE src (id BIGINT) WITH ('connector' = '${kind}', 'key' = '${secret:k}');",
                        "      |                                                   ^");
        assertThat(run.out()).isEqualToIgnoringNewLines("invalid: 1 error, 1 pipeline checked for 'local'");
    }

    @Test
    void aWrongSettingOfTheCommandLineIsReportedThereAndOnce() {
        CommandRun run = CommandRun.in(root, "validate", "-e", "prod", "--set", "paralelism=2", "--set", "state-ttl=x");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .startsWith(
                        "--set: error[MR201]: Flink has no option 'paralelism'",
                        "  hint: did you mean 'parallelism'?",
                        "--set: error[MR204]: 'x' is not a value of 'table.exec.state.ttl'");
    }

    @Test
    void otherFormatsGoToStandardOutputAlone() {
        CommandRun run = CommandRun.in(root, "validate", "--format", "github");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("::error file=sql/in.sql,line=1,col=51,title=MR401::");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void anUnknownEnvironmentIsAnError() {
        CommandRun run = CommandRun.in(root, "list", "-e", "prd");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no environment 'prd'", "did you mean 'prod'?");
    }

    @Test
    void initMakesAProjectThatValidatesAndOverwritesNothing() {
        assertThat(CommandRun.in(root, "init", "new project").exitCode()).isZero();
        CommandRun validated = CommandRun.in(root.resolve("new project"), "validate");
        assertThat(validated.err()).isEmpty();
        assertThat(validated.exitCode()).isZero();
        assertThat(CommandRun.in(root, "init", "new project")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("exists already; nothing was written");
        });
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
