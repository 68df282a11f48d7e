package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.launcher.compile.GuestTable;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.run.GuestCleanup;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peeking reads real servers beside a run, disturbs neither it nor its sinks, and leaves nothing there. */
final class PeekIT {

    private static final String SLOT = "millrace_guest_000000000000_0";

    @TempDir
    private Path folder;

    private final Properties servers = new Properties();

    @Test
    void looksIntoRunningPipelinesAndLeavesNothing() throws Exception {
        PackagedCli cli = new PackagedCli(ExampleProject.copyTo(folder));
        LocalSandbox sandbox = new LocalSandbox(cli);
        AutoCloseable processes = cli::endAll;
        try (sandbox;
                processes) {
            try (Reader reader = Files.newBufferedReader(folder.resolve(".millrace/sandbox/sandbox.properties"))) {
                servers.load(reader);
            }
            Process traffic = traffic(cli, "traffic.out");
            assertThat(peek(cli, "clean_orders", "-n", "3")).hasSize(3);
            assertThat(endOffsets()).containsOnly(0L);
            assertThat(traffic.waitFor(3, TimeUnit.MINUTES)).isTrue();

            Process run = cli.start(folder.resolve("run.out"), "run", "order-etl", "orders-per-minute");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> read("run.out").contains("orders-per-minute: running")
                            && read("run.out").contains("order-etl: running"));
            looksBesideTheRun(cli);
            assertThat(run.isAlive()).isTrue();
            assertThat(read("run.out")).doesNotContain("restarting", "failed");
            run.destroy();
            assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
            dropsTheSlotsOfAGuest();
        }
    }

    private void looksBesideTheRun(PackagedCli cli) throws Exception {
        assertThat(peek(cli, "clean_orders", "-n", "5", "--where", "status <> 'CANCELLED'"))
                .hasSize(5)
                .allMatch(row -> row.contains("***@example.com"));
        assertThat(peek(cli, "minute_sales", "-n", "2", "--for", "60s"))
                .hasSize(2)
                .allMatch(row -> row.startsWith("{\"op\":\"+I\",\"window_start\":\"20"));

        Process endless = cli.startInForeground(folder.resolve("endless.out"), "peek", "clean_orders", "-n", "0");
        await().atMost(Duration.ofMinutes(1)).until(() -> read("endless.out").contains("@example.com"));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(binlogReaders()).isEqualTo(2));
        assertThat(cli.shell("kill -INT " + endless.pid()).exitCode()).isZero();
        assertThat(endless.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(endless.exitValue()).as(read("endless.out")).isEqualTo(130);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(binlogReaders()).isEqualTo(1));
        assertThat(groups()).containsExactly("shop-orders-per-minute");
    }

    /** No pipeline of the example reads PostgreSQL, so the slot is one that a guest's reader would have made. */
    private void dropsTheSlotsOfAGuest() throws Exception {
        try (Connection postgres = postgres();
                Statement statement = postgres.createStatement()) {
            statement.execute("SELECT pg_create_logical_replication_slot('" + SLOT + "', 'pgoutput'), "
                    + "pg_create_logical_replication_slot('" + SLOT + "_1', 'pgoutput'), "
                    + "pg_create_logical_replication_slot('kept', 'pgoutput')");
            GuestTable table = new GuestTable(
                    "orders",
                    Map.of(
                            "connector", "postgres-cdc",
                            "hostname", servers.getProperty("postgres.host"),
                            "port", servers.getProperty("postgres.port"),
                            "username", servers.getProperty("postgres.user"),
                            "password", servers.getProperty("secret.postgres.password"),
                            "database-name", servers.getProperty("postgres.database"),
                            "slot.name", SLOT));

            assertThat(new GuestCleanup(new Redaction()).remove(List.of(table))).isEmpty();

            assertThat(column(statement, "SELECT slot_name FROM pg_replication_slots"))
                    .containsExactly("kept");
        }
    }

    private static List<String> peek(PackagedCli cli, String view, String... options) {
        List<String> arguments = new ArrayList<>(List.of("peek", view, "--format", "json"));
        arguments.addAll(List.of(options));
        return cli.run(arguments.toArray(String[]::new))
                .succeeded()
                .out()
                .lines()
                .toList();
    }

    private Process traffic(PackagedCli cli, String output) {
        return cli.start(folder.resolve(output), "sandbox", "traffic", "--for", "30s", "--rate", "30", "--speed", "12");
    }

    private List<Long> endOffsets() throws Exception {
        try (Admin admin = admin()) {
            return admin
                    .listOffsets(Map.of(
                            new TopicPartition("orders", 0), OffsetSpec.latest(),
                            new TopicPartition("orders", 1), OffsetSpec.latest(),
                            new TopicPartition("order_events", 0), OffsetSpec.latest()))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .map(result -> result.offset())
                    .toList();
        }
    }

    private List<String> groups() throws Exception {
        try (Admin admin = admin()) {
            return admin.listConsumerGroups().all().get().stream()
                    .map(ConsumerGroupListing::groupId)
                    .toList();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.getProperty("kafka.brokers")));
    }

    /** A server sees that a reader of its binlog has gone when it has something to send, so it is given something. */
    private long binlogReaders() throws SQLException {
        try (Connection mysql = DriverManager.getConnection(
                        "jdbc:mysql://127.0.0.1:" + servers.getProperty("mysql.port") + "/shop",
                        servers.getProperty("mysql.writer.user"),
                        servers.getProperty("secret.mysql.writer.password"));
                Statement statement = mysql.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS touched (id INT)");
            statement.execute("INSERT INTO touched VALUES (1)");
            return column(statement, "SELECT command FROM information_schema.processlist").stream()
                    .filter(command -> command.startsWith("Binlog Dump"))
                    .count();
        }
    }

    private Connection postgres() throws SQLException {
        return DriverManager.getConnection(
                servers.getProperty("postgres.url"),
                servers.getProperty("postgres.user"),
                servers.getProperty("secret.postgres.password"));
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }
}
