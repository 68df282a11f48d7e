package io.millrace.udf.approx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.theta.UpdateSketch;
import org.apache.flink.table.api.CompiledPlan;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.PlanReference;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApproxSqlTest {

    // 1,000 events, one a second; the value is every tenth second's number.
    private static final String EVENTS =
            """
            CREATE TEMPORARY TABLE events (
                n BIGINT,
                v AS n / 10,
                ts AS TO_TIMESTAMP_LTZ(n * 1000, 3),
                WATERMARK FOR ts AS ts
            ) WITH (
                'connector' = 'datagen',
                'number-of-rows' = '1000',
                'fields.n.kind' = 'sequence',
                'fields.n.start' = '0',
                'fields.n.end' = '999'
            )
            """;

    private static final String ALL =
            """
            hll_count_distinct(v, 14), ROUND(hll_estimate(hll_sketch(v))), theta_estimate(theta_sketch(v)),
            quantile(n, 0.5), quantiles(n, ARRAY[0, 1]), top_k_frequent(v, 1)
            """;

    private static final FlinkSql STREAMING = FlinkSql.streaming().run(EVENTS);
    private static final FlinkSql BATCH = FlinkSql.batch().run(EVENTS);

    private static final List<String> VALUES = List.of(
            "CAST('a' AS CHAR(3))",
            "'a'",
            "CAST(1 AS TINYINT)",
            "CAST(1 AS SMALLINT)",
            "1",
            "CAST(1 AS BIGINT)",
            "CAST(1 AS FLOAT)",
            "1e0",
            "CAST(1 AS DECIMAL(5, 2))",
            "CAST(1 AS DECIMAL(38, 18))",
            "DATE '2026-01-02'",
            "TIME '12:34:56'",
            "TIMESTAMP '2026-01-02 03:04:05.678'",
            "TIMESTAMP '2026-01-02 03:04:05.123456789'",
            "TO_TIMESTAMP_LTZ(1, 3)",
            "CAST(TO_TIMESTAMP_LTZ(1, 3) AS TIMESTAMP_LTZ(9))",
            "X'0102'",
            "TRUE");

    @Test
    void everyTypeThatCanBeCountedIsCounted() {
        for (String call : List.of("hll_count_distinct(%s)", "theta_estimate(theta_sketch(%s))")) {
            Row row = BATCH.last(ofEveryType(call));
            for (int i = 0; i < VALUES.size(); i++) {
                assertThat(((Number) row.getField(i)).longValue())
                        .as(VALUES.get(i))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void frequentValuesComeBackInTheirType() {
        Row top = BATCH.last(ofEveryType("top_k_frequent(%s, 3)[1]"));
        Row values = BATCH.last("SELECT " + String.join(", ", VALUES));

        for (int i = 0; i < VALUES.size(); i++) {
            assertThat(top.getField(i)).as(VALUES.get(i)).isEqualTo(Row.of(values.getField(i), 2L, 2L, 2L));
        }
    }

    // Two rows have the values and one has nulls.
    private static String ofEveryType(String call) {
        return IntStream.range(0, VALUES.size())
                .mapToObj(i -> String.format(call, "x" + i))
                .collect(Collectors.joining(
                        ", ",
                        "SELECT ",
                        " FROM (" + rows("%s", 2) + " UNION ALL " + rows("NULLIF(%1$s, %1$s)", 1) + ")"));
    }

    private static String rows(String form, int count) {
        String select = IntStream.range(0, VALUES.size())
                .mapToObj(i -> String.format(form, VALUES.get(i)) + " AS x" + i)
                .collect(Collectors.joining(", ", "SELECT ", ""));
        return String.join(" UNION ALL ", Collections.nCopies(count, select));
    }

    @Test
    void equalValuesOfDifferentPrecisionAreOneInAMerge() {
        assertThat(BATCH.last(
                                "SELECT hll_estimate(hll_merge(s)), theta_estimate(theta_merge(t)) FROM ("
                                        + "SELECT hll_sketch(CAST(1.5 AS DECIMAL(2, 1))) AS s, theta_sketch(CAST(7 AS TINYINT)) AS t "
                                        + "UNION ALL SELECT hll_sketch(CAST(1.5 AS DECIMAL(38, 9))), theta_sketch(CAST(7 AS BIGINT)))")
                        .toString())
                .isEqualTo("+I[1.0, 1.0]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hll_count_distinct(n) | BIGINT",
                "hll_sketch(n, 10) | BYTES",
                "hll_merge(X'00') | BYTES",
                "theta_merge(X'00', 10) | BYTES",
                "quantile(n, 0.5) | DOUBLE",
                "quantiles(n, ARRAY[0.5]) | ARRAY<DOUBLE>",
                "top_k_frequent(CAST(n AS DECIMAL(7, 2)), 1) | ARRAY<ROW<`item` DECIMAL(7, 2) NOT NULL, "
                        + "`estimate` BIGINT NOT NULL, `lower_bound` BIGINT NOT NULL, `upper_bound` BIGINT NOT NULL>>",
            })
    void resultsHaveTheTypesOfThePages(String call, String type) {
        assertThat(STREAMING
                        .environment()
                        .sqlQuery("SELECT " + call + " FROM events")
                        .getResolvedSchema()
                        .getColumnDataTypes()
                        .get(0)
                        .toString())
                .isEqualTo(type);
    }

    @Test
    void operationsOnSketchesGiveBytes() {
        assertThat(STREAMING.typeOf("theta_union(X'00', X'00')")).isEqualTo(DataTypes.BYTES());
        assertThat(STREAMING.typeOf("theta_intersect(X'00', X'00')")).isEqualTo(DataTypes.BYTES());
        assertThat(STREAMING.typeOf("theta_difference(X'00', X'00')")).isEqualTo(DataTypes.BYTES());
        assertThat(STREAMING.typeOf("hll_estimate(X'00')")).isEqualTo(DataTypes.DOUBLE());
        assertThat(STREAMING.typeOf("theta_estimate(X'00')")).isEqualTo(DataTypes.DOUBLE());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hll_count_distinct(ARRAY[n]) | hll_count_distinct takes a string, a number, a boolean, bytes, a date or "
                        + "a time, not ARRAY<BIGINT>.",
                "hll_count_distinct(n, 3) | lg_k of hll_count_distinct is an integer literal from 4 to 21.",
                "hll_sketch(n, 22) | lg_k of hll_sketch is an integer literal from 4 to 21.",
                "hll_sketch(n, -1) | lg_k of hll_sketch is an integer literal from 4 to 21.",
                "hll_sketch(n, CAST(n AS INT)) | lg_k of hll_sketch is an integer literal from 4 to 21.",
                "hll_sketch(n, '12') | lg_k of hll_sketch is an integer literal from 4 to 21, not CHAR(2).",
                "hll_merge(n) | Unsupported argument type. Expected type 'BYTES' but actual type was 'BIGINT'.",
                "theta_sketch(MAP[n, n]) | theta_sketch takes a string, a number, a boolean, bytes, a date or a time, "
                        + "not MAP<BIGINT, BIGINT>.",
                "theta_merge(X'00', 3) | lg_k of theta_merge is an integer literal from 4 to 21.",
                "quantile('a', 0.5) | quantile takes a number, not CHAR(1).",
                "quantile(n, 1.5) | q of quantile is a number from 0 to 1.",
                "quantile(n, -0.5) | q of quantile is a number from 0 to 1.",
                "quantile(n, 'half') | q of quantile is a number from 0 to 1, not CHAR(4).",
                "quantiles(n, ARRAY['a']) | Expected type 'ARRAY<DOUBLE>'",
                "top_k_frequent(n, 0) | k of top_k_frequent is an integer literal from 1 to 1000.",
                "top_k_frequent(n, 1001) | k of top_k_frequent is an integer literal from 1 to 1000.",
                "top_k_frequent(ROW(n), 1) | top_k_frequent takes a string",
            })
    void wrongArgumentsAreRefusedWhilePlanning(String call, String message) {
        assertThatThrownBy(() -> STREAMING.plan("SELECT " + call + " FROM events"))
                .isInstanceOf(ValidationException.class)
                .rootCause()
                .hasMessageContaining(message);
    }

    @Test
    void noRowsGiveAnEmptySketchAndNoQuantile() {
        assertThat(BATCH.last("SELECT hll_count_distinct(n), hll_estimate(hll_sketch(n)), "
                                + "hll_estimate(hll_merge(hll)), theta_estimate(theta_sketch(n)), "
                                + "theta_estimate(theta_merge(hll)), quantile(n, 0.5), quantiles(n, ARRAY[0.5]), "
                                + "top_k_frequent(n, 5) FROM (SELECT n, X'00' AS hll FROM events WHERE n < 0)")
                        .toString())
                .isEqualTo("+I[0, 0.0, 0.0, 0.0, 0.0, null, null, []]");
    }

    @Test
    void aDamagedSketchIsNullAndNoFailure() {
        assertThat(BATCH.last(
                                "SELECT hll_estimate(X'0102'), hll_estimate(hll_merge(s)), theta_estimate(X''), "
                                        + "theta_merge(s), theta_union(X'00', X'00') FROM (VALUES (X'0102')) AS t (s) GROUP BY s")
                        .toString())
                .isEqualTo("+I[null, null, null, null, null]");
    }

    @Test
    void sketchesOfTheLibraryAreRead() {
        HllSketch hll = new HllSketch(12);
        UpdateSketch theta = UpdateSketch.builder().build();
        LongStream.range(0, 5000).forEach(value -> {
            hll.update(value);
            theta.update(value);
        });

        assertThat(BATCH.value("hll_estimate(" + literal(hll.toCompactByteArray()) + ")"))
                .isEqualTo(hll.getEstimate());
        assertThat(BATCH.value("theta_estimate(" + literal(theta.compact().toByteArray()) + ")"))
                .isEqualTo(theta.getEstimate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hll_count_distinct(c)",
                "hll_sketch(c)",
                "hll_merge(CAST(CAST(c AS STRING) AS BYTES))",
                "theta_sketch(c)",
                "theta_merge(CAST(CAST(c AS STRING) AS BYTES))",
                "quantile(c, 0.5)",
                "quantiles(c, ARRAY[0.5])",
                "top_k_frequent(c, 3)"
            })
    void anUpdatingInputIsRefusedWhilePlanning(String call) {
        assertThatThrownBy(() ->
                        STREAMING.plan("SELECT " + call + " FROM (SELECT v, COUNT(*) AS c FROM events GROUP BY v)"))
                .hasMessageContaining("Could not find an implementation method 'retract'")
                .hasMessageContaining("for function '" + call.substring(0, call.indexOf('(')) + "'");
    }

    @Test
    void anOverWindowMayGrowButNotMove() {
        String query =
                "SELECT hll_count_distinct(v) OVER (ORDER BY ts ROWS BETWEEN %s PRECEDING AND CURRENT ROW) FROM events";

        assertThat(STREAMING.last(query.formatted("UNBOUNDED")).getField(0)).isEqualTo(100L);
        assertThatThrownBy(() -> STREAMING.plan(query.formatted("2")))
                .hasMessageContaining("Could not find an implementation method 'retract'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TUMBLE(TABLE events, DESCRIPTOR(ts), INTERVAL '5' MINUTE) | 4",
                "HOP(TABLE events, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE) | 21",
                "CUMULATE(TABLE events, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE) | 20",
            })
    void windowsAreTheSameInBatchAndInStreaming(String window, int windows) {
        String query = "SELECT window_end, COUNT(*) / 10, " + ALL + " FROM TABLE(" + window
                + ") GROUP BY window_start, window_end";
        List<Row> rows = STREAMING.rows(query);

        assertThat(rows).hasSize(windows).allSatisfy(row -> {
            long different = (Long) row.getField(1);
            assertThat(row.getField(2)).isEqualTo(different);
            assertThat(row.getField(3)).isEqualTo((double) different);
            assertThat(row.getField(4)).isEqualTo((double) different);
        });
        assertThat(BATCH.rows(query)).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void sessionsThatGrowTogetherMergeTheirSketches() {
        // Every odd event comes after all the even ones, and closes the gap between two of them.
        String events =
                """
                CREATE TEMPORARY TABLE late (
                    i BIGINT,
                    n AS CASE WHEN i < 50 THEN i * 2 ELSE (i - 50) * 2 + 1 END,
                    ts AS TO_TIMESTAMP_LTZ((CASE WHEN i < 50 THEN i * 2 ELSE (i - 50) * 2 + 1 END) * 1000, 3),
                    WATERMARK FOR ts AS ts - INTERVAL '5' MINUTE
                ) WITH (
                    'connector' = 'datagen',
                    'number-of-rows' = '100',
                    'fields.i.kind' = 'sequence',
                    'fields.i.start' = '0',
                    'fields.i.end' = '99'
                )
                """;

        assertThat(STREAMING
                        .run(events)
                        .rows("SELECT hll_count_distinct(n), theta_estimate(theta_sketch(n)), "
                                + "quantiles(n, ARRAY[0, 0.5, 1]), top_k_frequent(n / 60, 1) FROM TABLE("
                                + "SESSION(TABLE late, DESCRIPTOR(ts), INTERVAL '2' SECOND)) "
                                + "GROUP BY window_start, window_end")
                        .toString())
                .isEqualTo("[+I[100, 100.0, [0.0, 49.0, 99.0], [+I[0, 60, 60, 60]]]]");
    }

    @Test
    void groupsOfTwoPhasesEndLikeThoseOfOne() {
        FlinkSql twoPhases = FlinkSql.streaming()
                .run(EVENTS)
                .set("table.exec.mini-batch.enabled", "true")
                .set("table.exec.mini-batch.allow-latency", "1 s")
                .set("table.exec.mini-batch.size", "100")
                .set("table.optimizer.agg-phase-strategy", "TWO_PHASE");
        String query = "SELECT " + ALL + " FROM events";

        assertThat(twoPhases.plan(query)).contains("LocalGroupAggregate", "GlobalGroupAggregate");
        assertThat(withoutKind(twoPhases.last(query))).isEqualTo(withoutKind(STREAMING.last(query)));
        assertThat(withoutKind(BATCH.last(query))).isEqualTo(withoutKind(STREAMING.last(query)));
    }

    @Test
    void aCompiledPlanRestoresTheStateType() {
        FlinkSql flink = FlinkSql.streaming()
                .run(EVENTS)
                .run("CREATE TEMPORARY TABLE counts (a BIGINT, b DOUBLE) WITH ('connector' = 'blackhole')");
        String insert = "INSERT INTO counts SELECT hll_count_distinct(v), quantile(n, 0.5) FROM events";
        CompiledPlan plan = flink.environment().compilePlanSql(insert);

        assertThat(flink.environment()
                        .loadPlan(PlanReference.fromJsonString(plan.asJsonString()))
                        .explain())
                .contains("hll_count_distinct", "quantile");
    }

    @Test
    void quantilesAreTheOnlyOnesThatAreNotDeterministic() {
        assertThat(ApproxFunctions.all().entrySet().stream()
                        .filter(function -> !function.getValue().get().isDeterministic())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("quantile", "quantiles");
    }

    private static String withoutKind(Row row) {
        return row.toString().substring(2);
    }

    private static String literal(byte[] bytes) {
        StringBuilder hex = new StringBuilder("X'");
        for (byte value : bytes) {
            hex.append(String.format("%02x", value));
        }
        return hex.append('\'').toString();
    }
}
