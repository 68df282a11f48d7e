package io.millrace.connectors.maxcompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripIT {

    private static final Map<String, String> NONE = Map.of();

    private final TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inStreamingMode());

    @TempDir
    private Path data;

    private Warehouse warehouse;

    @BeforeEach
    void start() throws Exception {
        warehouse = new Warehouse(data);
        flink.getConfig().set("parallelism.default", "1");
        flink.getConfig().set("table.local-time-zone", "UTC");
    }

    @AfterEach
    void stop() throws Exception {
        warehouse.close();
    }

    private void run(String statement) throws Exception {
        flink.executeSql(statement).await();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void everyTypeArrivesAsItWasSent(Compression compression) throws Exception {
        warehouse.sql("CREATE TABLE t (b BOOLEAN, i1 TINYINT, i2 SMALLINT, i4 INT, i8 BIGINT, f FLOAT, d DOUBLE,"
                + " n DECIMAL(10,2), c CHAR(3), v VARCHAR(10), s STRING, x BINARY, dt DATE, ts TIMESTAMP_NTZ,"
                + " tz TIMESTAMP, dtz DATETIME, a ARRAY<INT>, m MAP<STRING,BIGINT>,"
                + " r STRUCT<p:INT,q:ARRAY<STRING>>)");
        run("CREATE TABLE t (b BOOLEAN, i1 TINYINT, i2 SMALLINT, i4 INT, i8 BIGINT, f FLOAT, d DOUBLE,"
                + " n DECIMAL(10,2), c CHAR(3), v VARCHAR(10), s STRING, x BYTES, dt DATE, ts TIMESTAMP(9),"
                + " tz TIMESTAMP_LTZ(6), dtz TIMESTAMP_LTZ(3), a ARRAY<INT>, m MAP<STRING, BIGINT>,"
                + " r ROW<p INT, q ARRAY<STRING>>)"
                + warehouse.options("t", Map.of("compression", compression.name())));

        run("INSERT INTO t SELECT TRUE, CAST(-1 AS TINYINT), CAST(300 AS SMALLINT), 70000, 5000000000,"
                + " CAST(1.5 AS FLOAT), CAST(2.25 AS DOUBLE), CAST(-12.50 AS DECIMAL(10,2)), CAST('abc' AS CHAR(3)),"
                + " CAST('größe' AS VARCHAR(10)), '雪', x'00ff', DATE '1969-12-31',"
                + " TIMESTAMP '2026-01-02 03:04:05.123456789',"
                + " CAST(TIMESTAMP '2026-01-02 03:04:05.123456' AS TIMESTAMP_LTZ(6)),"
                + " CAST(TIMESTAMP '1969-01-02 03:04:05.123' AS TIMESTAMP_LTZ(3)),"
                + " ARRAY[1, CAST(NULL AS INT), 3], MAP['k', CAST(7 AS BIGINT)], ROW(1, ARRAY['y'])"
                + " UNION ALL SELECT CAST(NULL AS BOOLEAN), CAST(NULL AS TINYINT), CAST(NULL AS SMALLINT),"
                + " CAST(NULL AS INT), CAST(NULL AS BIGINT), CAST(NULL AS FLOAT), CAST(NULL AS DOUBLE),"
                + " CAST(NULL AS DECIMAL(10,2)), CAST(NULL AS CHAR(3)), CAST(NULL AS VARCHAR(10)),"
                + " CAST(NULL AS STRING), CAST(NULL AS BYTES), CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP(9)),"
                + " CAST(NULL AS TIMESTAMP_LTZ(6)), CAST(NULL AS TIMESTAMP_LTZ(3)), CAST(NULL AS ARRAY<INT>),"
                + " CAST(NULL AS MAP<STRING, BIGINT>), CAST(NULL AS ROW<p INT, q ARRAY<STRING>>)");

        List<String> rows = warehouse.rows("t").stream().map(JsonNode::toString).toList();
        assertThat(rows)
                .containsExactlyInAnyOrder(
                        "{\"b\":true,\"i1\":-1,\"i2\":300,\"i4\":70000,\"i8\":5000000000,\"f\":1.5,\"d\":2.25,"
                                + "\"n\":\"-12.50\",\"c\":\"abc\",\"v\":\"größe\",\"s\":\"雪\",\"x\":\"AP8=\","
                                + "\"dt\":\"1969-12-31\",\"ts\":\"2026-01-02T03:04:05.123456789\","
                                + "\"tz\":\"2026-01-02T03:04:05.123456Z\",\"dtz\":\"1969-01-02T03:04:05.123Z\","
                                + "\"a\":[1,null,3],\"m\":{\"k\":7},\"r\":{\"p\":1,\"q\":[\"y\"]}}",
                        "{\"b\":null,\"i1\":null,\"i2\":null,\"i4\":null,\"i8\":null,\"f\":null,\"d\":null,"
                                + "\"n\":null,\"c\":null,\"v\":null,\"s\":null,\"x\":null,\"dt\":null,\"ts\":null,"
                                + "\"tz\":null,\"dtz\":null,\"a\":null,\"m\":null,\"r\":null}");
    }

    @Test
    void rowsGoToThePartitionOfTheirColumns() throws Exception {
        warehouse.sql("CREATE TABLE t (id BIGINT, name STRING) PARTITIONED BY (dt STRING, region STRING)");
        run("CREATE TABLE t (id BIGINT, name STRING, region STRING, dt DATE) PARTITIONED BY (region, dt)"
                + warehouse.options("t", NONE));

        run("INSERT INTO t VALUES (1, 'a', 'eu', DATE '2026-01-01'), (2, 'b', CAST(NULL AS STRING),"
                + " DATE '2026-01-02')");
        run("INSERT INTO t PARTITION (region = 'us') SELECT CAST(3 AS BIGINT), 'c', DATE '2026-01-01'");

        assertThat(warehouse.rows("t").stream().map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"id\":1,\"name\":\"a\",\"dt\":\"2026-01-01\",\"region\":\"eu\"}",
                        "{\"id\":2,\"name\":\"b\",\"dt\":\"2026-01-02\",\"region\":\"__DEFAULT_PARTITION__\"}",
                        "{\"id\":3,\"name\":\"c\",\"dt\":\"2026-01-01\",\"region\":\"us\"}");
    }

    @Test
    void theOptionGivesAllRowsOnePartition() throws Exception {
        warehouse.sql("CREATE TABLE t (id BIGINT, extra STRING) PARTITIONED BY (dt STRING)");
        run("CREATE TABLE t (id BIGINT)"
                + warehouse.options("t", Map.of("partition", "dt=2026-01-01", "tunnel-endpoint", tunnel())));

        run("INSERT INTO t VALUES (1)");

        assertThat(warehouse.rows("t").stream().map(JsonNode::toString))
                .containsExactly("{\"id\":1,\"extra\":null,\"dt\":\"2026-01-01\"}");
    }

    @Test
    void changesOfADeltaTableEndInTheLastStateOfEachKey() throws Exception {
        warehouse.sql("CREATE TABLE t (id BIGINT NOT NULL, n BIGINT, PRIMARY KEY (id)) PARTITIONED BY (dt STRING)"
                + " TBLPROPERTIES (\"transactional\"=\"true\")");
        run("CREATE TABLE t (id BIGINT, n BIGINT, dt STRING, PRIMARY KEY (id, dt) NOT ENFORCED)"
                + " PARTITIONED BY (dt)" + warehouse.options("t", Map.of("sink.buffer.max-rows", "2")));
        warehouse.sql("ALTER TABLE t ADD PARTITION (dt='x')");

        run("INSERT INTO t SELECT id, COUNT(*), dt FROM (VALUES (CAST(1 AS BIGINT), 'x'), (2, 'x'), (1, 'x'),"
                + " (3, 'y'), (4, 'y'), (1, 'x'), (1, 'y')) AS v(id, dt) GROUP BY id, dt");

        assertThat(warehouse.rows("t").stream().map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"id\":1,\"n\":3,\"dt\":\"x\"}",
                        "{\"id\":2,\"n\":1,\"dt\":\"x\"}",
                        "{\"id\":3,\"n\":1,\"dt\":\"y\"}",
                        "{\"id\":4,\"n\":1,\"dt\":\"y\"}",
                        "{\"id\":1,\"n\":1,\"dt\":\"y\"}");
    }

    @Test
    void deletionsRemoveTheKey() throws Exception {
        warehouse.sql("CREATE TABLE t (k STRING NOT NULL, n BIGINT, PRIMARY KEY (k))"
                + " TBLPROPERTIES (\"transactional\"=\"true\")");
        run("CREATE TABLE t (k STRING, n BIGINT, PRIMARY KEY (k) NOT ENFORCED)"
                + warehouse.options("t", Map.of("sink.buffer.max-rows", "1")));

        run("INSERT INTO t SELECT CAST(c AS STRING), COUNT(*) FROM (SELECT id, COUNT(*) AS c FROM (VALUES 1, 1, 1, 2)"
                + " AS v(id) GROUP BY id) GROUP BY c");

        assertThat(warehouse.rows("t").stream().map(JsonNode::toString))
                .containsExactlyInAnyOrder("{\"k\":\"3\",\"n\":1}", "{\"k\":\"1\",\"n\":1}");
    }

    @Test
    void aFailingAndForgetfulServiceLosesNothing() throws Exception {
        warehouse.sql("CREATE TABLE a (id BIGINT, dt STRING)");
        warehouse.sql("CREATE TABLE d (id BIGINT NOT NULL, dt STRING, PRIMARY KEY (id))"
                + " TBLPROPERTIES (\"transactional\"=\"true\")");
        run("CREATE TABLE numbers (id BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '300',"
                + " 'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '300')");
        run("CREATE TABLE a (id BIGINT, dt STRING)" + warehouse.options("a", Map.of("sink.buffer.max-rows", "10")));
        run("CREATE TABLE d (id BIGINT, dt STRING, PRIMARY KEY (id) NOT ENFORCED)"
                + warehouse.options("d", Map.of("sink.buffer.max-rows", "10")));
        warehouse.faults("{\"seed\": 7, \"fail\": 0.1, \"lose\": 0.1, \"cut\": 0.05, \"cut-after\": 0.05}");

        run("INSERT INTO a SELECT id, 'x' FROM numbers");
        run("INSERT INTO d SELECT MOD(id, 100), CAST(id AS STRING) FROM numbers");

        assertThat(warehouse.faultCounts().size()).isEqualTo(5);
        assertThat(warehouse.rows("a").stream().map(row -> row.get("id").asInt()))
                .hasSizeGreaterThan(300);
        assertThat(warehouse.rows("a").stream()
                        .map(row -> row.get("id").asInt())
                        .distinct())
                .hasSize(300);
        assertThat(warehouse.rows("d")).hasSize(100).allSatisfy(row -> assertThat(
                        row.get("dt").asInt())
                .isEqualTo(
                        row.get("id").asInt() == 0 ? 300 : 200 + row.get("id").asInt()));
    }

    @Test
    void aServiceThatAnswersTooLateIsAskedAgain() throws Exception {
        warehouse.sql(
                "CREATE TABLE t (id BIGINT NOT NULL, PRIMARY KEY (id)) TBLPROPERTIES (\"transactional\"=\"true\")");
        run("CREATE TABLE t (id BIGINT, PRIMARY KEY (id) NOT ENFORCED)"
                + warehouse.options("t", Map.of("read-timeout", "1 s")));
        warehouse.faults("{\"slow-millis\": 1500}");

        TableResult job = flink.executeSql("INSERT INTO t VALUES (1), (2)");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> warehouse.faultCounts().path("none").asInt() >= 2);
        warehouse.faults("{}");
        job.await();

        assertThat(warehouse.rows("t")).hasSize(2);
    }

    @Test
    void aWrongKeyFailsAtOnceWithoutShowingIt() throws Exception {
        warehouse.sql("CREATE TABLE t (id BIGINT)");
        run("CREATE TABLE t (id BIGINT)" + warehouse.options("t", Map.of("access-key", "not-the-key")));

        assertThatThrownBy(() -> run("INSERT INTO t VALUES (1)"))
                .rootCause()
                .hasMessageContaining("SignatureNotMatch")
                .hasMessageNotContaining("not-the-key");
    }

    @Test
    void aTableOfAnotherKindOrShapeIsRefusedWhenTheJobStarts() throws Exception {
        warehouse.sql("CREATE TABLE t (id BIGINT NOT NULL, name VARCHAR(3), PRIMARY KEY (id))"
                + " TBLPROPERTIES (\"transactional\"=\"true\")");
        run("CREATE TABLE missing (id BIGINT)" + warehouse.options("missing", NONE));
        run("CREATE TABLE append (id BIGINT)" + warehouse.options("t", NONE));
        run("CREATE TABLE shape (id BIGINT, age INT, PRIMARY KEY (id) NOT ENFORCED)" + warehouse.options("t", NONE));
        run("CREATE TABLE types (id BIGINT, name INT, PRIMARY KEY (id) NOT ENFORCED)" + warehouse.options("t", NONE));

        assertThatThrownBy(() -> run("INSERT INTO missing VALUES (1)"))
                .hasStackTraceContaining("Cannot describe the MaxCompute table shop.missing: ")
                .hasStackTraceContaining("the table missing does not exist");
        assertThatThrownBy(() -> run("INSERT INTO append VALUES (1)"))
                .hasStackTraceContaining("shop.t is a Delta table: declare PRIMARY KEY (id) NOT ENFORCED");
        assertThatThrownBy(() -> run("INSERT INTO shape VALUES (1, 2)"))
                .hasStackTraceContaining("shop.t has no column 'age'; it has id, name");
        assertThatThrownBy(() -> run("INSERT INTO types VALUES (1, 2)"))
                .hasStackTraceContaining("the column 'name' is INT in Flink and VARCHAR(3) in MaxCompute");
    }

    private String tunnel() {
        return warehouse.endpoint().replace("/api", "");
    }
}
