package io.millrace.udf.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFunctionsSqlTest {

    private static final FlinkSql FLINK = FlinkSql.streaming();

    @Test
    void giveMapsWhoseFieldsAreColumns() {
        assertThat(
                        FLINK.rows(
                                """
                SELECT grok('%{IP:client} %{WORD:method}', line)['client'], logfmt_map(line)['status'], grok(line, line) IS NULL
                FROM (VALUES ('10.0.0.1 GET'), ('no address status=200'), ('%{NOPE} %{INT:x}')) AS log (line)
                """))
                .containsExactlyInAnyOrder(
                        Row.of("10.0.0.1", null, false), Row.of(null, "200", false), Row.of(null, null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grok('%{IP:client}', CAST('x' AS CHAR(3)))", "logfmt_map('a=b')"})
    void areMapsOfStrings(String call) {
        assertThat(FLINK.typeOf(call)).isEqualTo(DataTypes.MAP(DataTypes.STRING(), DataTypes.STRING()));
    }

    @Test
    void refuseAConstantPatternThatIsWrongWhilePlanning() {
        assertThatThrownBy(() -> FLINK.plan("SELECT grok('%{WROD:x}', 'line')"))
                .hasStackTraceContaining("there is no pattern %{WROD}; did you mean 'WORD'?");
        assertThatThrownBy(() -> FLINK.plan("SELECT grok('(?=a)', 'line')")).hasStackTraceContaining("RE2's syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grok('a', 1)", "grok(1, 'a')", "grok('a')", "logfmt_map(1)", "logfmt_map()"})
    void refuseOtherArgumentsWhilePlanning(String call) {
        assertThatThrownBy(() -> FLINK.plan("SELECT " + call))
                .hasStackTraceContaining(call.substring(0, call.indexOf('(')));
    }
}
