package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor --connect} finds on real servers: nothing where all is well, and each thing that is wrong. */
final class DoctorIT {

    private static final String CANARY = "canary-8c41";

    @TempDir
    private Path folder;

    @Test
    void theServersAreAskedAndEveryMistakeIsShownAtItsPlace() throws IOException, SQLException {
        PackagedCli cli = new PackagedCli(ExampleProject.copyTo(folder));
        LocalSandbox sandbox = new LocalSandbox(cli);
        try (sandbox) {
            PackagedCli.Result healthy = cli.run("doctor", "--connect").succeeded();
            assertThat(healthy.out())
                    .contains(
                            "ok    sql/ingest/shop_orders.sql:17:16: binlog_format=ROW, binlog_row_image=FULL",
                            "ok    sql/ingest/shop_orders.sql:22:18: table 'shop.orders' has the 9 columns",
                            "ok    sql/ingest/order_layer.sql:16:13: topic 'orders' has 2 partitions, cleanup.policy=compact",
                            "ok    sql/sink/orders_per_minute.sql:13:18: table 'orders_per_minute' has the 4 columns",
                            "ok    sql/sink/top_products_search.sql:12:13: index 'top_products' takes the columns")
                    .doesNotContain("\nfail");
            makeMistakes();
            spoilTheBinlog();
            PackagedCli.Result ill = cli.run("doctor", "--connect", "order-etl", "orders-per-minute", "top-products");
            assertThat(failures(ill))
                    .containsExactlyInAnyOrder(
                            "fail  sql/ingest/shop_orders.sql:17:16: the server has binlog_row_image=MINIMAL, and the"
                                    + " reader needs FULL",
                            "fail  sql/ingest/shop_orders.sql:24:24: the server's clock is at UTC offset Z, and"
                                    + " 'Asia/Tokyo' at +09:00, so TIMESTAMP columns would be wrong",
                            "fail  sql/ingest/shop_orders.sql:22:18: there is no table 'shop.ordrs', or the user may"
                                    + " not see it",
                            "fail  sql/sink/order_events.sql:20:35: the Kafka broker refuses the user: Authentication"
                                    + " failed: Invalid username or password",
                            "fail  sql/ingest/order_layer.sql:16:13: there is no topic 'ordrs', or the user may not"
                                    + " see it",
                            "fail  sql/sink/orders_per_minute.sql:5:3: 'orders' is int8 in the database and STRING here",
                            "fail  sql/sink/orders_per_minute.sql:6:3: the database's table 'orders_per_minute' has no"
                                    + " column 'revenu'",
                            "fail  sql/sink/orders_per_minute.sql:7:3: (window_start) is no unique key of the"
                                    + " database's table 'orders_per_minute', so updates cannot find their row",
                            "fail  sql/sink/top_products_search.sql:6:3: the index has 'units' as long, the table as"
                                    + " STRING",
                            "fail  sql/sink/top_products_dashboard.sql:12:16: the database refuses the user 'millrace'");
            assertThat(ill.exitCode()).isEqualTo(1);
            assertThat(ill.out() + ill.err())
                    .doesNotContain(CANARY)
                    .doesNotContain("\tat ")
                    .doesNotContain(secrets());
        }
        assertThat(cli.run("doctor", "--connect").exitCode()).isEqualTo(7);
    }

    private void makeMistakes() throws IOException {
        edit("sql/ingest/shop_orders.sql", "'server-time-zone' = 'UTC'", "'server-time-zone' = 'Asia/Tokyo'");
        edit("sql/ingest/shop_orders.sql", "'table-name' = 'orders'", "'table-name' = 'ordrs'");
        edit("sql/ingest/order_layer.sql", "'topic' = 'orders'", "'topic' = 'ordrs'");
        edit("sql/sink/orders_per_minute.sql", "orders       BIGINT", "orders       STRING");
        edit("sql/sink/orders_per_minute.sql", "revenue      DECIMAL", "revenu       DECIMAL");
        edit("sql/sink/orders_per_minute.sql", "KEY (window_start, category)", "KEY (window_start)");
        edit(
                "sql/sink/orders_per_minute.sql",
                "category, orders, revenue",
                "category, CAST(orders AS STRING), revenue");
        edit("sql/sink/top_products_search.sql", "units     BIGINT", "units     STRING");
        edit("sql/sink/top_products_search.sql", "product, units, revenue", "product, CAST(units AS STRING), revenue");
        edit("sql/sink/top_products_dashboard.sql", "'${secret:postgres.password}'", "'" + CANARY + "'");
        edit(
                "sql/sink/order_events.sql",
                "'properties.bootstrap.servers' = '${kafka.brokers}'",
                "'properties.bootstrap.servers' = '${kafka.sasl.brokers}',\n"
                        + "  'properties.security.protocol' = 'SASL_PLAINTEXT',\n"
                        + "  'properties.sasl.mechanism' = 'PLAIN',\n"
                        + "  'properties.sasl.jaas.config' = 'org.apache.kafka.common.security.plain.PlainLoginModule"
                        + " required username=\"x\" password=\"" + CANARY + "\";'");
    }

    private static List<String> failures(PackagedCli.Result result) {
        return result.out().lines().filter(line -> line.startsWith("fail")).toList();
    }

    private void spoilTheBinlog() throws IOException, SQLException {
        Properties sandbox = sandbox();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:mysql://127.0.0.1:" + sandbox.getProperty("mysql.port") + "/",
                        sandbox.getProperty("mysql.writer.user"),
                        sandbox.getProperty("secret.mysql.writer.password"));
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL binlog_row_image = MINIMAL");
        }
    }

    private List<String> secrets() throws IOException {
        Properties sandbox = sandbox();
        Stream<String> names = sandbox.stringPropertyNames().stream().filter(name -> name.startsWith("secret."));
        return names.map(sandbox::getProperty).toList();
    }

    private Properties sandbox() throws IOException {
        Properties sandbox = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(".millrace/sandbox/sandbox.properties"))) {
            sandbox.load(reader);
        }
        return sandbox;
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
