package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's script for CI deploys a catalog to a real cluster, and again, and a changed one. */
final class DeployScriptIT {

    private static final Path SCRIPT = PackagedCli.REPOSITORY.resolve("docs/ci/deploy.sh");

    @TempDir
    private Path folder;

    private PackagedCli project;

    @BeforeEach
    void writeProject() throws IOException {
        write(
                "millrace.yaml",
                """
                project: shop
                environments:
                  cluster:
                    target: { rest: "${flink.rest}", releases: releases }
                    sandbox: true
                    settings: { checkpoint-interval: 1 s }
                """);
        write("pipelines/shop/sales.yaml", "pipeline: sales\ningest: [orders.sql]\nsink: [sales.sql]\n");
        write(
                "pipelines/shop/sales.test.yaml",
                """
                pipeline: sales
                tests:
                  - name: revenue adds up
                    given:
                      - orders: [{ category: 1, amount: 2 }, { category: 1, amount: 3 }]
                    expect:
                      tables: { sales: [{ category: 1, revenue: 5 }] }
                """);
        write(
                "orders.sql",
                "CREATE TABLE orders (category INT, amount BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' ="
                        + " '10');");
        write(
                "sales.sql",
                """
                CREATE TABLE sales (category INT, revenue BIGINT, PRIMARY KEY (category) NOT ENFORCED)
                  WITH ('connector' = 'blackhole');
                INSERT INTO sales SELECT category, SUM(amount) AS revenue FROM orders GROUP BY category;
                """);
        project = new PackagedCli(folder);
    }

    @Test
    void theScriptDeploysOnceAndThenHasNothingToDo() throws IOException {
        LocalSandbox sandbox = new LocalSandbox(project, "--cluster", "-e", "cluster");
        try (sandbox) {
            PackagedCli.Result first = deploy().succeeded();
            assertThat(first.out()).contains("+ sales  new", "sales  revision 1 runs", "nothing to do: 1 unchanged");
            JsonNode running = status();
            assertThat(running.path("state").asText()).isEqualTo("RUNNING");

            PackagedCli.Result second = deploy().succeeded();
            assertThat(second.out()).contains("= sales  unchanged").doesNotContain("revision 1 runs");
            assertThat(second.out().lines().filter("nothing to do: 1 unchanged"::equals))
                    .hasSize(2);
            assertThat(status().path("job")).isEqualTo(running.path("job"));

            rename();
            PackagedCli.Result third = deploy().succeeded();
            assertThat(third.out())
                    .contains("~ sales  changed: SQL (revision 1), state compatible", "sales  revision 2 runs from ")
                    .endsWith("nothing to do: 1 unchanged\n");
        }
    }

    /** A change that keeps all state. */
    private void rename() throws IOException {
        Path sql = folder.resolve("sales.sql");
        Files.writeString(sql, Files.readString(sql).replace("AS revenue", "AS total"));
    }

    private PackagedCli.Result deploy() {
        return project.shell(
                "PATH='" + PackagedCli.DISTRIBUTION.resolve("bin") + "':\"$PATH\" sh '" + SCRIPT + "' cluster");
    }

    private JsonNode status() throws IOException {
        String json = project.run("status", "-e", "cluster", "--format", "json", "sales")
                .succeeded()
                .out();
        return new ObjectMapper().readTree(json).get(0);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
