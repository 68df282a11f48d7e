package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the aggregates in every kind of plan, and compares what comes out. */
class StatsPlansTest {

    private static final List<String> AGGREGATES = List.of(
            "percentile(x, 0.9)",
            "weighted_avg(x, i)",
            "weighted_avg(d, i)",
            "arg_max(ROW(i, d), ts)",
            "arg_min(CAST(i AS STRING), x)",
            "linear_trend(x, ts)",
            "linear_trend(x, i)",
            "time_weighted_avg(x, ts)");

    private static final String MERGEABLE = String.join(", ", AGGREGATES);

    private static final String BY_KEY = "SELECT k, " + MERGEABLE + " FROM readings GROUP BY k";

    @Test
    void streamingEndsWhereBatchDoes() {
        assertThat(lastOfEachKey(StatsSql.STREAMING.rows(BY_KEY)))
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(StatsSql.BATCH.rows(BY_KEY));
    }

    @Test
    void anUpdatedTableEndsWhereBatchDoes() {
        String query = "SELECT " + MERGEABLE + " FROM updated";
        Row last = StatsSql.STREAMING.last(query);
        last.setKind(RowKind.INSERT);

        assertThat(last).isEqualTo(StatsSql.BATCH.last(query));
    }

    @Test
    void partsOfAKeyMayBeAggregatedAheadAndMerged() {
        FlinkSql twoPhases = StatsSql.withReadings(FlinkSql.streaming()
                .set("table.exec.mini-batch.enabled", "true")
                .set("table.exec.mini-batch.allow-latency", "1 s")
                .set("table.exec.mini-batch.size", "7")
                .set("table.optimizer.agg-phase-strategy", "TWO_PHASE"));

        assertThat(twoPhases.plan(BY_KEY)).contains("LocalGroupAggregate");
        assertThat(lastOfEachKey(twoPhases.rows(BY_KEY)))
                .containsExactlyInAnyOrderElementsOf(StatsSql.BATCH.rows(BY_KEY));
    }

    // The readings of a key are 80 s apart and out of order, so that sessions begin apart and grow together.
    @Test
    void sessionsThatGrowTogetherAreMerged() {
        String sessions = "SELECT k, " + MERGEABLE + " FROM readings GROUP BY k, SESSION(ts, INTERVAL '90' SECOND)";

        assertThat(StatsSql.STREAMING.rows(sessions)).containsExactlyInAnyOrderElementsOf(StatsSql.BATCH.rows(BY_KEY));
    }

    @Test
    void slidingWindowsShareTheirParts() {
        String windows = "SELECT window_start, " + MERGEABLE
                + " FROM TABLE(HOP(TABLE readings, DESCRIPTOR(ts), INTERVAL '5' MINUTE, INTERVAL '20' MINUTE))"
                + " GROUP BY window_start, window_end";

        assertThat(StatsSql.STREAMING.rows(windows))
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(StatsSql.BATCH.rows(windows));
    }

    @Test
    void aBoundedOverWindowEqualsItsRecomputationInBatch() {
        String over = "SELECT i, " + String.join(" OVER w, ", AGGREGATES) + " OVER w"
                + ", zscore(x) OVER w, mad_score(x) OVER w FROM readings"
                + " WINDOW w AS (PARTITION BY k ORDER BY ts ROWS BETWEEN 7 PRECEDING AND CURRENT ROW)";

        assertThat(StatsSql.STREAMING.rows(over))
                .hasSize(100)
                .containsExactlyInAnyOrderElementsOf(StatsSql.BATCH.rows(over));
    }

    @Test
    void anOverWindowFromTheStartFollowsTheOrderOfTime() {
        String over = "SELECT i, ewma(x, 0.3) OVER w, ewma(x, 60, ts) OVER w, zscore(x) OVER w FROM readings"
                + " WINDOW w AS (PARTITION BY k ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";

        assertThat(StatsSql.STREAMING.rows(over))
                .hasSize(100)
                .containsExactlyInAnyOrderElementsOf(StatsSql.BATCH.rows(over));
    }

    @Test
    void scoresOfAnUpdatedTableAreThoseOfTheLastChange() {
        String changes =
                "(SELECT k, SUM(v) AS v FROM (VALUES (1, 1), (2, 2), (3, 1), (4, 5), (3, 2)) AS t (k, v) GROUP BY k)";

        assertThat(StatsSql.STREAMING.rows("SELECT zscore(v), mad_score(v) FROM " + changes))
                .last()
                .isEqualTo(Row.ofKind(RowKind.UPDATE_AFTER, 1 / (3 * Math.sqrt(13.0 / 3)), 0.6745 * 0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ewma(x, 0.5) FROM updated",
                "SELECT ewma(x, 60, ts) FROM updated",
                "SELECT ewma(x, 0.5) OVER (PARTITION BY k ORDER BY ts ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)"
                        + " FROM readings",
            })
    void refusesToTakeRowsBackWhereThatIsNotDefined(String query) {
        assertThatThrownBy(() -> StatsSql.STREAMING.plan(query))
                .hasMessageContaining("Could not find an implementation method 'retract'")
                .hasMessageContaining("for function 'ewma'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ewma(x, 0.5)", "zscore(x)", "mad_score(x)"})
    void refusesToMergeWhereTheOrderOfRowsCounts(String aggregate) {
        List<String> windows = List.of(
                "readings GROUP BY k, SESSION(ts, INTERVAL '1' HOUR)",
                "TABLE(HOP(TABLE readings, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '1' HOUR))"
                        + " GROUP BY window_start, window_end");

        assertThat(windows).allSatisfy(window -> assertThatThrownBy(
                        () -> StatsSql.STREAMING.plan("SELECT " + aggregate + " FROM " + window))
                .hasMessageContaining("Could not find an implementation method 'merge'")
                .hasMessageContaining("for function '" + aggregate.replaceAll("\\(.*", "") + "'"));
    }

    @Test
    void whatFollowsTheOrderOfRowsRunsInATumblingWindow() {
        assertThat(StatsSql.STREAMING.rows("SELECT ewma(x, 0.5), zscore(x), mad_score(x)"
                        + " FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(ts), INTERVAL '2' HOUR))"
                        + " GROUP BY window_start, window_end"))
                .singleElement()
                .satisfies(row -> assertThat(row.toString()).doesNotContain("null"));
    }

    private static List<Row> lastOfEachKey(List<Row> changes) {
        return changes.stream()
                .collect(Collectors.toMap(row -> row.getField(0), row -> row, (before, after) -> after))
                .values()
                .stream()
                .peek(row -> row.setKind(RowKind.INSERT))
                .toList();
    }
}
