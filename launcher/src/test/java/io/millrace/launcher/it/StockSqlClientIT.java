package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code print} gives is planned by Flink's own SQL Client, with only the jars that the manual names. */
final class StockSqlClientIT {

    private static final Path PAGE = PackagedCli.REPOSITORY.resolve("docs/sql-client.md");

    @TempDir
    private Path folder;

    @Test
    void theStockClientPlansWhatPrintGives() throws IOException {
        Path client = stockClient();
        Path jars = Files.createDirectory(folder.resolve("jars"));
        for (String jar : namedJars()) {
            Path source = jar.startsWith("millrace-udf")
                    ? PackagedCli.REPOSITORY.resolve("udf/target").resolve(jar)
                    : PackagedCli.DISTRIBUTION.resolve("lib").resolve(jar);
            Files.copy(source, jars.resolve(jar));
        }
        PackagedCli cli = new PackagedCli(ExampleProject.copyTo(folder.resolve("shop")));
        for (String pipeline : List.of("top-products", "orders-per-minute", "order-etl")) {
            String sql = cli.run("print", pipeline, "--explain").succeeded().out();
            Files.writeString(folder.resolve("text.sql"), sql);
            String output = new PackagedCli(folder)
                    .shell("FLINK_CONF_DIR=conf exec java -Dlog4j2.level=off -cp '" + client + "/*:jars/*'"
                            + " org.apache.flink.table.client.SqlClient -f text.sql")
                    .succeeded()
                    .out();
            assertThat(output)
                    .contains("== Optimized Execution Plan ==", "Sink(table=")
                    .doesNotContain("[ERROR]");
        }
    }

    private Path stockClient() throws IOException {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        Files.writeString(conf.resolve("config.yaml"), "execution.target: local\n");
        Path libraries = folder.resolve("stock");
        new PackagedCli(PackagedCli.REPOSITORY)
                .shell("./mvnw -B -q -ntp -f launcher/src/it/stock-sql-client/pom.xml -Dflink.version="
                        + System.getProperty("flink.version") + " -Dlog4j.version="
                        + System.getProperty("log4j.version")
                        + " org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies"
                        + " -DoutputDirectory='" + libraries + "'")
                .succeeded();
        return libraries;
    }

    private static List<String> namedJars() throws IOException {
        Matcher matcher =
                Pattern.compile("^- `([a-z0-9._-]+\\.jar)`", Pattern.MULTILINE).matcher(Files.readString(PAGE));
        List<String> jars = matcher.results().map(result -> result.group(1)).toList();
        assertThat(jars).isNotEmpty();
        return jars;
    }
}
