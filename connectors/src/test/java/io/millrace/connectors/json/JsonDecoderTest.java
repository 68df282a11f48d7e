package io.millrace.connectors.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDecoderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TINYINT      | 128
                    INT          | 1.5
                    INT          | '"1"'
                    BIGINT       | 9223372036854775808
                    BOOLEAN      | 1
                    DOUBLE       | true
                    DECIMAL(3,1) | 100
                    VARCHAR(2)   | '"abc"'
                    BINARY(2)    | '"AA=="'
                    DATE         | '"2026-02-30"'
                    TIMESTAMP(3) | '"2026-01-31"'
                    ARRAY<INT>   | {}
                    ROW<a INT>   | []
                    MAP<STRING, INT> | '{"a": "b"}'
                    """)
    void whatDoesNotFitIsRefusedWithoutShowingIt(String type, String json) {
        assertThatThrownBy(() -> decode(type, json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it is no");
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(decode("DECIMAL(38, 18)", "12345678901234567890.123456789012345678"))
                .hasToString("12345678901234567890.123456789012345678");
        assertThat(decode("DECIMAL(4, 1)", "1.25")).isEqualTo(DecimalData.fromUnscaledLong(13, 4, 1));
        assertThat(decode("INT", "1.0")).isEqualTo(1);
    }

    @Test
    void aStringTakesAnyValueAsItsText() {
        assertThat(decode("STRING", "{\"a\": [1, 2.50]}")).isEqualTo(StringData.fromString("{\"a\":[1,2.50]}"));
        assertThat(decode("CHAR(3)", "\"ab\"")).isEqualTo(StringData.fromString("ab "));
    }

    @Test
    void timesAreCutToTheirPrecision() {
        assertThat(decode("TIMESTAMP(3)", "\"2026-01-31 10:20:30.123456\"")).hasToString("2026-01-31T10:20:30.123");
        assertThat(decode("TIMESTAMP_LTZ(0)", "\"2026-01-31T10:20:30.9+08:00\""))
                .hasToString("2026-01-31T02:20:30");
    }

    @Test
    void whatIsMissingIsNullUnlessTheColumnForbidsIt() {
        assertThat(decode("ROW<a INT>", "{}")).isEqualTo(GenericRowData.of((Object) null));
        assertThatThrownBy(() -> decode("ROW<a INT NOT NULL>", "{}")).hasMessage("it is missing, but NOT NULL");
        assertThatThrownBy(() -> decode("ROW<a INT NOT NULL>", "{\"a\": null}")).hasMessage("it is null, but NOT NULL");
    }

    @Test
    void textThatIsNoJsonIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> JsonText.read("{\"name\": canary}"))
                .hasMessageStartingWith("it is not JSON, at line 1")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> JsonText.read("")).hasMessage("it is empty, not JSON");
    }

    private static Object decode(String type, String json) {
        LogicalType parsed = LogicalTypeParser.parse(type, JsonDecoderTest.class.getClassLoader());
        return JsonDecoder.of(parsed).decode(JsonText.read(json));
    }
}
