package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {

    private static final Map<String, String> PROJECT = Map.of(
            "millrace.yaml",
            """
            project: shop
            """,
            "pipelines/p.yaml",
            """
            pipeline: p
            ingest: [sql/in.sql]
            sink: [sql/out.sql]
            """,
            "sql/in.sql",
            """
            CREATE TABLE orders (id BIGINT) WITH ('connector' = 'datagen');
            """,
            "sql/out.sql",
            """
            CREATE TABLE totals (id BIGINT) WITH ('connector' = 'print');
            INSERT INTO totals SELECT id FROM orders;
            """);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheProject() throws IOException {
        for (Map.Entry<String, String> file : PROJECT.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    @Test
    void aProjectThatLacksNothingIsWell() {
        CommandRun run = CommandRun.in(folder, "doctor");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Java ", "kafka            source, sink")
                .containsPattern("nothing is wrong, (\\d+ warnings?, )?1 pipeline examined for 'local'\n$");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatAPipelineLacksIsSaidAtItsLineWithTheLibraryThatHoldsIt() throws IOException {
        write(
                "pipelines/p.yaml",
                """
                pipeline: p
                ingest: [sql/in.sql]
                sink: [sql/out.sql]
                functions: { half: shop.Half }
                tables:
                  orders: { connector: postgres-cdc }
                """);
        write(
                "sql/out.sql",
                """
                CREATE TABLE totals (id BIGINT) WITH (
                  'connector' = 'jdbc',
                  'url' = 'jdbc:oracle:thin:@//db:1521/shop',
                  'table-name' = 'totals'
                );
                CREATE TABLE files (id BIGINT) WITH ('connector' = 'filesytem', 'path' = '/x', 'format' = 'avro');
                INSERT INTO totals SELECT id FROM orders;
                INSERT INTO files SELECT half(id) FROM orders;
                """);
        CommandRun run = CommandRun.in(folder, "doctor");
        assertThat(run.err())
                .isEqualTo(new String(
                        DoctorCommandTest.class
                                .getResourceAsStream("/doctor/lacking.expected")
                                .readAllBytes(),
                        StandardCharsets.UTF_8));
        assertThat(run.out()).contains("half      shop.Half  none", "5 problems");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_CATALOG);
    }

    @Test
    void aJarThatIsNoJarIsAProblemOfTheProject() throws IOException {
        write("millrace.yaml", "project: shop\njars: [broken.jar, absent.jar]\n");
        write("broken.jar", "nothing");
        CommandRun run = CommandRun.in(folder, "doctor");
        assertThat(run.out()).contains("fail  broken.jar cannot be read as a jar");
        assertThat(run.err()).contains("millrace.yaml:2:20: error[MR606]: the jar 'absent.jar' does not exist");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_CATALOG);
    }

    @Test
    void jsonHoldsEverything() throws IOException {
        CommandRun run = CommandRun.in(folder, "doctor", "--format", "json");
        JsonNode data = new ObjectMapper().readTree(run.out());
        assertThat(data.path("healthy").asBoolean()).isTrue();
        assertThat(data.path("parts").path("Java").path("where").asText()).isEqualTo(System.getProperty("java.home"));
        assertThat(data.path("factories").findValuesAsText("identifier")).contains("kafka", "jdbc", "json");
        assertThat(data.path("problems")).isEmpty();
    }

    @Test
    void anEnvironmentWhoseSandboxIsDownSaysHowToStartIt() throws IOException {
        write("millrace.yaml", "project: shop\nenvironments: { local: { target: embedded, sandbox: true } }\n");
        write(
                "sql/in.sql",
                """
                CREATE TABLE orders (id BIGINT) WITH ('connector' = 'kafka', 'topic' = 'o', 'format' = 'json',
                  'properties.bootstrap.servers' = '${kafka.brokers}');
                """);
        CommandRun run = CommandRun.in(folder, "doctor", "--connect");
        assertThat(run.out())
                .contains(
                        "fail  the sandbox's kafka is not up", "'millrace sandbox up' starts what the pipelines need");
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws IOException {
        write(
                "sql/out.sql",
                """
                CREATE TABLE totals (id BIGINT) WITH ('connector' = 'jdbc', 'table-name' = 't',
                  'url' = 'jdbc:postgresql://no-such-host.invalid/x');
                INSERT INTO totals SELECT id FROM orders;
                """);
        CommandRun run = CommandRun.in(folder, "doctor", "--connect");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("fail  sql/out.sql:2:11: the host 'no-such-host.invalid' is unknown");
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
