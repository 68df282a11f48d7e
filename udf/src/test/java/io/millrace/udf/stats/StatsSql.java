package io.millrace.udf.stats;

import io.millrace.udf.FlinkSql;
import java.util.Arrays;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;

/** The sessions that the tests of this package share, with a table of readings whose event times are out of order. */
final class StatsSql {

    // 100 rows at distinct times 40 s apart; x is a permutation of quarters, so that no two are equal.
    private static final String READINGS =
            """
            CREATE TEMPORARY TABLE readings (
              i INT,
              k AS MOD(i, 2),
              x AS CAST(MOD(i * 7919, 101) * 0.25 AS DOUBLE),
              d AS CAST(MOD(i * 7919, 101) * 0.25 AS DECIMAL(10, 2)),
              ts AS CAST(TIMESTAMPADD(SECOND, 40 * MOD(i * 37, 100), TIMESTAMP '2024-01-01 00:00:00') AS TIMESTAMP(3)),
              WATERMARK FOR ts AS ts - INTERVAL '2' HOUR
            ) WITH (
              'connector' = 'datagen', 'number-of-rows' = '100',
              'fields.i.kind' = 'sequence', 'fields.i.start' = '1', 'fields.i.end' = '100')
            """;

    // Sums that change with each reading: a table that is updated, with deletions where HAVING ceases to hold.
    private static final String UPDATED =
            """
            CREATE TEMPORARY VIEW updated AS
            SELECT MOD(i, 30) AS i, MAX(x) AS x, MIN(d) AS d, MAX(ts) AS ts FROM readings
            GROUP BY MOD(i, 30) HAVING COUNT(*) < 4
            """;

    static final FlinkSql STREAMING = withReadings(FlinkSql.streaming());

    static final FlinkSql BATCH = withReadings(FlinkSql.batch());

    private StatsSql() {}

    /** Declares the readings in a session. */
    static FlinkSql withReadings(FlinkSql session) {
        return session.run(READINGS).run(UPDATED);
    }

    /** The results of aggregates, separated by commas, over the column x of rows given as SQL literals. */
    static Row of(String aggregates, Object... values) {
        Row row = STREAMING.last("SELECT " + aggregates + " FROM (VALUES "
                + String.join(
                        ", ",
                        Arrays.stream(values).map(value -> "(" + value + ")").toList())
                + ") AS t (x)");
        row.setKind(RowKind.INSERT);
        return row;
    }
}
