package io.millrace.udf.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaversineMTest {

    private final HaversineM function = new HaversineM();

    // Quarter and half circles of the sphere are pi/2 and pi times its radius.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "0, 0, 0, 90, 10007557.221018",
        "0, 0, 90, 77, 10007557.221018",
        "0, 0, 0, 180, 20015114.442036",
        "90, 0, -90, 0, 20015114.442036",
        "0, 179.5, 0, -179.5, 111195.080234",
        // The example of rosettacode.org/wiki/Haversine_formula, BNA to LAX: 2887.2599506 km at a radius of 6372.8 km.
        "36.12, -86.67, 33.94, -118.40, 2886448.429",
    })
    void givesMetresOnTheMeanSphere(double lat1, double lon1, double lat2, double lon2, double metres) {
        assertThat(function.eval(lat1, lon1, lat2, lon2)).isCloseTo(metres, within(0.01));
        assertThat(function.eval(lat2, lon2, lat1, lon1)).isCloseTo(metres, within(0.01));
    }

    @Test
    void agreesWithTheAngleBetweenVectors() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double[] p = {random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180};
            double[] q = {random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180};
            assertThat(function.eval(p[0], p[1], q[0], q[1])).isCloseTo(byVectors(p, q), within(0.1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "90.1, 0, 0, 0",
        "0, 180.1, 0, 0",
        "0, 0, -91, 0",
        "0, 0, 0, -181",
        "NaN, 0, 0, 0",
        "0, 0, 0, NaN",
        "Infinity, 0, 0, 0",
        ", 0, 0, 0",
        "0, , 0, 0",
        "0, 0, , 0",
        "0, 0, 0, "
    })
    void givesNullForWhatIsNoPosition(Double lat1, Double lon1, Double lat2, Double lon2) {
        assertThat(function.eval(lat1, lon1, lat2, lon2)).isNull();
    }

    // atan2 of cross and dot product, which is exact at every distance.
    private static double byVectors(double[] p, double[] q) {
        double[] a = vector(p);
        double[] b = vector(q);
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return 6_371_008.8 * Math.atan2(Math.sqrt(x * x + y * y + z * z), dot);
    }

    private static double[] vector(double[] degrees) {
        double latitude = Math.toRadians(degrees[0]);
        double longitude = Math.toRadians(degrees[1]);
        return new double[] {
            Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)
        };
    }
}
