package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sql} as a process: statements as arguments, in a file, on standard input and typed at a terminal. */
final class SqlIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private PackagedCli cli;

    @BeforeEach
    void makeProject() {
        cli = new PackagedCli(folder);
        cli.run("init").succeeded();
    }

    @AfterEach
    void endAll() {
        cli.endAll();
    }

    @Test
    void statementsComeAsArgumentsFromAFileAndOnStandardInput() throws IOException {
        assertThat(cli.run("sql", "-c", "SHOW TABLES").succeeded().out())
                .contains("orders_per_window", "printed_orders", "random_orders");
        Files.writeString(
                folder.resolve("q.sql"),
                """
                CREATE TEMPORARY TABLE three WITH ('number-of-rows' = '3') LIKE random_orders;
                SELECT order_id, category FROM three;
                SELECT nothing FROM three;
                SHOW TABLES;
                """);
        PackagedCli.Result failed = cli.run("sql", "--format", "json", "-f", "q.sql");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"op\":\"+I\",\"order_id\":"));
        assertThat(failed.err()).startsWith("q.sql:3:8: error[MR602]: unknown column 'nothing'");
        PackagedCli.Result piped =
                cli.shell("echo 'SELECT x FROM' | '" + PackagedCli.DISTRIBUTION + "/bin/millrace' sql");
        assertThat(piped.exitCode()).isEqualTo(1);
        assertThat(piped.err()).startsWith("<stdin>:1:").contains("error[MR304]");
    }

    @Test
    void anEndlessQueryPrintsRowsUntilItIsInterrupted() throws Exception {
        Path output = folder.resolve("output");
        Process process =
                cli.startInForeground(output, "sql", "-c", "SELECT order_id FROM random_orders", "-c", "SHOW JOBS");
        Awaitility.await().atMost(PATIENCE).until(() -> Files.readString(output).contains("| +I |"));
        cli.shell("kill -INT " + process.pid()).succeeded();
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(Files.readString(output)).contains("Received a total of").doesNotContain("start time");
    }

    @Test
    void whatIsTypedAtATerminalGoesToTheSqlClient() throws IOException {
        Path typed = folder.resolve("typed");
        Files.writeString(typed, "SELECT amout FROM random_orders;\nSHOW VIEWS;\nQUIT;\n");
        PackagedCli.Result result = cli.shell("cat typed | TERM=dumb script -qec '" + PackagedCli.DISTRIBUTION
                + "/bin/millrace sql' screen > /dev/null");
        String screen = Files.readString(folder.resolve("screen"));
        assertThat(screen)
                .contains("Welcome!", "unknown column 'amout'", "did you mean 'amount'?", "orders_per_window");
        assertThat(folder.resolve(".millrace/sql-history")).exists();
        assertThat(result.exitCode()).as(screen).isZero();
    }
}
