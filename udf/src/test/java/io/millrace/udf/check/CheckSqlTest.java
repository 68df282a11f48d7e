package io.millrace.udf.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import java.util.List;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class CheckSqlTest {

    private static final FlinkSql SQL = FlinkSql.streaming();

    @Test
    void letsThroughWhatIsTrueOrUnknown() {
        assertThat(SQL.rows("SELECT id FROM (VALUES (1), (CAST(NULL AS INT))) AS t (id)"
                        + " WHERE fail_unless(id > 0, 't', 'id > 0')"))
                .containsExactlyInAnyOrder(Row.of(1), Row.of((Object) null));
    }

    @Test
    void endsTheJobAtARowThatIsNotAsExpected() {
        assertThatThrownBy(() -> SQL.rows(
                        "SELECT id FROM (VALUES (1), (-1)) AS t (id)" + " WHERE fail_unless(id > 0, 't', 'id > 0')"))
                .hasStackTraceContaining("a row of 't' does not meet the expectation 'id > 0'");
    }

    @Test
    void constantConditionsAreNotDecidedWhilePlanning() {
        SQL.plan("SELECT id FROM (VALUES (1)) AS t (id) WHERE fail_unless(1 > 2, 't', 'never')");
    }

    @Test
    void countingLeavesNoRowOut() {
        assertThat(SQL.rows("SELECT id FROM (VALUES (1), (-1), (CAST(NULL AS INT))) AS t (id)"
                        + " WHERE warn_unless(id > 0, 't', 'id > 0')"))
                .hasSize(3)
                .containsAll(List.of(Row.of(1), Row.of(-1), Row.of((Object) null)));
    }
}
