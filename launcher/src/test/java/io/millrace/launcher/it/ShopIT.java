package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example pipelines on real servers give exactly the traffic's tally, also across a crash. */
final class ShopIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void resultsAreEqualAfterRunWasKilledAndResumed(String flavour) throws Exception {
        PackagedCli cli = new PackagedCli(ExampleProject.copyTo(folder));
        LocalSandbox sandbox = new LocalSandbox(cli, "--mysql-flavour", flavour);
        AutoCloseable processes = cli::endAll;
        try (sandbox;
                processes) {
            Process first = run(cli, "first.out");
            Process traffic = cli.start(
                    folder.resolve("traffic.out"),
                    "sandbox",
                    "traffic",
                    "--await",
                    "120s",
                    "--for",
                    "60s",
                    "--rate",
                    "40",
                    "--speed",
                    "12");
            await().atMost(Duration.ofMinutes(3)).until(() -> lateRowsSent() || !traffic.isAlive());
            first.destroyForcibly().waitFor();

            Process second = run(cli, "second.out");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> Files.readString(folder.resolve("second.out")).contains("top-products: running"));
            assertThat(traffic.waitFor(4, TimeUnit.MINUTES)).isTrue();
            assertThat(traffic.exitValue()).as(read("traffic.out")).isZero();
            PackagedCli.Result verified = cli.run("sandbox", "verify", "--wait", "90s");
            assertThat(verified.exitCode())
                    .as("%s\n%s\n%s\n%s", verified.out(), verified.err(), read("traffic.out"), read("second.out"))
                    .isZero();
            assertThat(verified.out())
                    .contains("orders_per_minute  PostgreSQL", "top_products       Elasticsearch", "order_events")
                    .doesNotContain(" 0 rows");
            assertThat(read("traffic.out")).containsPattern("late [1-9]");

            second.destroy();
            assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(second.exitValue()).isEqualTo(130);
            assertThat(read("first.out")).contains("orders-per-minute: starts without state");
            assertThat(read("second.out"))
                    .contains(
                            "order-etl: resumes from chk-",
                            "orders-per-minute: resumes from chk-",
                            "top-products: resumes from chk-");
        }
    }

    private Process run(PackagedCli cli, String output) {
        return cli.start(folder.resolve(output), "run", "order-etl", "orders-per-minute", "top-products");
    }

    /** Whether traffic is well under way: some windows are closed, many are not. */
    private boolean lateRowsSent() {
        return read("traffic.out").matches("(?s).*late [1-9].*");
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }
}
