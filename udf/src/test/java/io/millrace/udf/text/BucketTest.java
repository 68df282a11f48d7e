package io.millrace.udf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.junit.jupiter.api.Test;

class BucketTest {

    // So large that the bucket is the hash without its sign.
    private static final int MANY = Integer.MAX_VALUE;

    private final Bucket function = new Bucket();

    // Apache Iceberg, table specification, appendix B: 32-bit hash requirements.
    @Test
    void hashesAsTheSpecificationOfIcebergSays() {
        assertThat(function.eval(34, MANY)).isEqualTo(unsigned(2017239379));
        assertThat(function.eval(34L, MANY)).isEqualTo(unsigned(2017239379));
        assertThat(function.eval(decimal("14.20"), MANY)).isEqualTo(unsigned(-500754589));
        assertThat(function.eval((int) LocalDate.parse("2017-11-16").toEpochDay(), MANY))
                .isEqualTo(unsigned(-653330422));
        assertThat(function.eval(LocalTime.parse("22:31:08"), MANY)).isEqualTo(unsigned(-662762989));
        assertThat(function.eval(timestamp("2017-11-16T22:31:08"), MANY)).isEqualTo(unsigned(-2047944441));
        assertThat(function.eval(timestamp("2017-11-16T22:31:08.000001"), MANY)).isEqualTo(unsigned(-1207196810));
        assertThat(function.eval(StringData.fromString("iceberg"), MANY)).isEqualTo(unsigned(1210000089));
        assertThat(function.eval(new byte[] {0, 1, 2, 3}, MANY)).isEqualTo(unsigned(-188683207));
    }

    @Test
    void hashesWhatTheSpecificationCallsEqual() {
        assertThat(function.eval(1, 1000)).isEqualTo(function.eval(1L, 1000));
        assertThat(function.eval(-1, 1000)).isEqualTo(function.eval(-1L, 1000));
        assertThat(function.eval(timestamp("2017-11-16T22:31:08.000001001"), MANY))
                .isEqualTo(unsigned(-1207196810));
        assertThat(function.eval(timestamp("1969-12-31T23:59:59.999999999"), MANY))
                .isEqualTo(function.eval(-1L, MANY));
    }

    @Test
    void hashesDecimalsOfAllSizesByTheirUnscaledValue() {
        assertThat(function.eval(decimal("-1"), MANY)).isEqualTo(function.eval(new byte[] {-1}, MANY));
        assertThat(function.eval(decimal("1.28"), MANY)).isEqualTo(function.eval(new byte[] {0, -128}, MANY));
        assertThat(function.eval(decimal("18446744073709551616.0"), MANY))
                .isEqualTo(function.eval(new byte[] {10, 0, 0, 0, 0, 0, 0, 0, 0}, MANY));
    }

    @Test
    void staysWithinTheBuckets() {
        boolean[] hit = new boolean[16];
        for (int value = 0; value < 1000; value++) {
            hit[function.eval(value, 16)] = true;
            assertThat(function.eval(value, 1)).isZero();
        }

        assertThat(hit).containsOnly(true);
    }

    @Test
    void returnsNullForNullAndForFewerBucketsThanOne() {
        assertThat(function.eval((Integer) null, 16)).isNull();
        assertThat(function.eval((Long) null, 16)).isNull();
        assertThat(function.eval((DecimalData) null, 16)).isNull();
        assertThat(function.eval((LocalTime) null, 16)).isNull();
        assertThat(function.eval((TimestampData) null, 16)).isNull();
        assertThat(function.eval((StringData) null, 16)).isNull();
        assertThat(function.eval((byte[]) null, 16)).isNull();
        assertThat(function.eval(1, null)).isNull();
        assertThat(function.eval(1, 0)).isNull();
        assertThat(function.eval(1, -16)).isNull();
    }

    private static int unsigned(int hash) {
        return (hash & Integer.MAX_VALUE) % MANY;
    }

    private static DecimalData decimal(String number) {
        BigDecimal decimal = new BigDecimal(number);
        return DecimalData.fromBigDecimal(decimal, decimal.precision(), decimal.scale());
    }

    private static TimestampData timestamp(String time) {
        return TimestampData.fromLocalDateTime(LocalDateTime.parse(time));
    }
}
