package io.millrace.udf.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeohashTest {

    private final GeohashEncode encode = new GeohashEncode();
    private final GeohashDecode decode = new GeohashDecode();

    // u4pruydqqvj and ezs42 are the examples of en.wikipedia.org/wiki/Geohash.
    @ParameterizedTest
    @CsvSource({
        "57.64911, 10.40744, 11, u4pruydqqvj",
        "57.64911, 10.40744, 6, u4pruy",
        "42.6, -5.6, 5, ezs42",
        "0, 0, 1, s",
        "-90, -180, 12, 000000000000",
        "90, 180, 12, zzzzzzzzzzzz",
    })
    void encodesTheKnownPositions(double lat, double lon, int precision, String hash) {
        assertThat(encode.eval(lat, lon, precision)).isEqualTo(hash);
    }

    @Test
    void decodesToTheMiddleOfTheCellAndItsReach() {
        Row cell = decode.eval("ezs42");

        assertThat((Double) cell.getField(0)).isCloseTo(42.605, within(0.0005));
        assertThat((Double) cell.getField(1)).isCloseTo(-5.603, within(0.0005));
        assertThat((Double) cell.getField(2)).isCloseTo(0.022, within(0.0005));
        assertThat((Double) cell.getField(3)).isCloseTo(0.022, within(0.0005));
        assertThat(decode.eval("s")).isEqualTo(Row.of(22.5, 22.5, 22.5, 22.5));
        assertThat(decode.eval("EZS42")).isEqualTo(cell);
    }

    @Test
    void aPositionLiesInTheCellOfItsHashAndTheMiddleHasTheSameHash() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            double lat = random.nextDouble() * 180 - 90;
            double lon = random.nextDouble() * 360 - 180;
            int precision = 1 + random.nextInt(12);
            String hash = encode.eval(lat, lon, precision);
            Row cell = decode.eval(hash);
            assertThat(hash).hasSize(precision);
            assertThat(Math.abs(lat - (Double) cell.getField(0))).isLessThanOrEqualTo((Double) cell.getField(2));
            assertThat(Math.abs(lon - (Double) cell.getField(1))).isLessThanOrEqualTo((Double) cell.getField(3));
            assertThat(encode.eval((Double) cell.getField(0), (Double) cell.getField(1), precision))
                    .isEqualTo(hash);
            assertThat(encode.eval(lat, lon, 12)).startsWith(hash);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ezs4i", "ezs 2", "0000000000000", "é", "u4pruydqqvj\n"})
    void givesNullForWhatIsNoGeohash(String hash) {
        assertThat(decode.eval(hash)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"91, 0, 5", "0, 181, 5", "NaN, 0, 5", "0, 0, 0", "0, 0, 13", "0, 0, -1", ", 0, 5", "0, , 5", "0, 0, "})
    void givesNullForWhatCannotBeEncoded(Double lat, Double lon, Integer precision) {
        assertThat(encode.eval(lat, lon, precision)).isNull();
        assertThat(decode.eval(null)).isNull();
    }
}
