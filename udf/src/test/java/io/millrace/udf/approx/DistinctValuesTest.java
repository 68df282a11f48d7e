package io.millrace.udf.approx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinctValuesTest {

    @Test
    void integersOfEveryWidthAreTheSameValue() {
        assertThat(given((byte) -7)).isEqualTo("long -7");
        assertThat(given((short) -7)).isEqualTo("long -7");
        assertThat(given(-7)).isEqualTo("long -7");
        assertThat(given(-7L)).isEqualTo("long -7");
    }

    @Test
    void floatsAreTheDoublesThatTheyCastTo() {
        assertThat(given(0.1f)).isEqualTo("double " + (double) 0.1f);
        assertThat(given(0.1)).isEqualTo("double 0.1");
    }

    @Test
    void stringsAndBytesKeepTheirBytes() {
        assertThat(given(StringData.fromString("né"))).isEqualTo("bytes " + hex("né".getBytes(StandardCharsets.UTF_8)));
        assertThat(given(new byte[] {1, 2})).isEqualTo("bytes [1, 2]");
    }

    @Test
    void theEmptyStringIsAValueToo() {
        assertThat(given(StringData.fromString(""))).isEqualTo("longs [0, 0, 0]");
        assertThat(given(new byte[0])).isEqualTo("longs [0, 0, 0]");
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 2, 1, long, [15; 1]",
        "1.50, 38, 2, long, [15; 1]",
        "1.500000000000000000000, 38, 21, long, [15; 1]",
        "-0.00, 5, 2, zero, 0",
        "0, 38, 10, zero, 0",
        "20.00, 4, 2, twenty, 20",
        "20, 38, 0, twenty, 20",
        "100000000000000000000, 21, 0, big, [5; 7766279631452241920; 0]",
        "100000000000000000000.00, 38, 2, big, [5; 7766279631452241920; 0]",
        "-9223372036854775808.0, 20, 1, least, -9223372036854775808",
    })
    void equalDecimalsAreOneValueWhateverTheirPrecision(
            BigDecimal value, int precision, int scale, String kind, String expected) {
        String form = given(DecimalData.fromBigDecimal(value, precision, scale));

        assertThat(form.substring(form.indexOf(' ') + 1)).as(kind).isEqualTo(expected.replace(';', ','));
    }

    @Test
    void aDecimalWithoutAFractionIsTheInteger() {
        assertThat(given(DecimalData.fromUnscaledLong(4200, 10, 2))).isEqualTo("long 42");
    }

    @Test
    void timestampsOfEveryPrecisionAreMicroseconds() {
        LocalDateTime millis = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 678_000_000);

        assertThat(given(TimestampData.fromLocalDateTime(millis)))
                .isEqualTo("long " + TimestampData.fromLocalDateTime(millis).getMillisecond() * 1000);
        assertThat(given(TimestampData.fromEpochMillis(-1, 1_000))).isEqualTo("long -999");
        assertThat(given(TimestampData.fromEpochMillis(-1, 1_001))).isEqualTo("longs [-999, 1]");
    }

    @Test
    void booleansAreNumbers() {
        assertThat(given(true)).isEqualTo("long 1");
        assertThat(given(false)).isEqualTo("long 0");
    }

    private static String hex(byte[] bytes) {
        return Arrays.toString(bytes);
    }

    private static String given(Object value) {
        Recorder recorder = new Recorder();
        DistinctValues.add(value, recorder);
        return recorder.given;
    }

    private static final class Recorder implements DistinctSketch {

        private String given;

        @Override
        public void update(long value) {
            given = "long " + value;
        }

        @Override
        public void update(double value) {
            given = "double " + value;
        }

        @Override
        public void update(byte[] value) {
            given = "bytes " + Arrays.toString(value);
        }

        @Override
        public void update(long[] value) {
            given = "longs " + Arrays.toString(value);
        }
    }
}
