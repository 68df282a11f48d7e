package io.millrace.udf.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointInPolygonTest {

    // Longitude 0 to 20, latitude 0 to 10, with a hole from 5 to 8 in both.
    private static final String WITH_HOLE = "POLYGON ((0 0, 20 0, 20 10, 0 10, 0 0), (5 5, 5 8, 8 8, 8 5, 5 5))";

    private final PointInPolygon function = new PointInPolygon();

    @BeforeEach
    void open() {
        function.open(null);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 15, true",
        "15, 3, false",
        "6, 6, false",
        "9, 6, true",
        "-1, 5, false",
        "5, 20.1, false",
        "5, -0.1, false",
        "10.1, 5, false"
    })
    void takesLatitudeFirstAndThePolygonLongitudeFirst(double lat, double lon, boolean inside) {
        assertThat(function.eval(lat, lon, WITH_HOLE)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, true",
        "3, 0, true",
        "0, 0, true",
        "10, 3, false",
        "3, 20, false",
        "10, 20, false",
        "10, 0, false",
        "0, 20, false",
        "5, 6, false",
        "6, 5, false",
        "8, 6, true",
        "6, 8, true"
    })
    void hasItsSouthernAndWesternEdgesAndTheOtherEdgesOfAHole(double lat, double lon, boolean inside) {
        assertThat(function.eval(lat, lon, WITH_HOLE)).isEqualTo(inside);
    }

    @Test
    void onePolygonOfATilingHasAnyPoint() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            List<String> triangles = fan(random);
            for (int i = 0; i < 200; i++) {
                // Multiples of a half hit corners and edges often.
                double lat = random.nextBoolean() ? random.nextInt(41) / 2.0 - 10 : random.nextDouble() * 20 - 10;
                double lon = random.nextBoolean() ? random.nextInt(41) / 2.0 - 10 : random.nextDouble() * 20 - 10;
                long holders = triangles.stream()
                        .filter(triangle -> function.eval(lat, lon, triangle))
                        .count();
                boolean inSquare = lat >= -10 && lat < 10 && lon >= -10 && lon < 10;
                assertThat(holders).as(lat + " " + lon + " in " + triangles).isEqualTo(inSquare ? 1 : 0);
            }
        }
    }

    @Test
    void agreesWithTheEvenOddRuleOfTheJdkAwayFromEdges() {
        Random random = new Random(6);
        for (int round = 0; round < 300; round++) {
            Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            String polygon = star(random, path);
            for (int i = 0; i < 50; i++) {
                double lat = random.nextDouble() * 180 - 90;
                double lon = random.nextDouble() * 360 - 180;
                assertThat(function.eval(lat, lon, polygon))
                        .as(lat + " " + lon + " in " + polygon)
                        .isEqualTo(path.contains(lon, lat));
            }
        }
    }

    @Test
    void readsMultipolygonsEmptyOnesAndFreeSpacing() {
        String two =
                " multipolygon(((0 0,1 0,1 1,0 1,0 0)) , ((5 5, 6 5, 6 6, 5 6, 5 5),(5.2 5.2,5.4 5.2,5.4 5.4,5.2 5.2)))\n";

        assertThat(function.eval(0.5, 0.5, two)).isTrue();
        assertThat(function.eval(5.5, 5.5, two)).isTrue();
        assertThat(function.eval(5.21, 5.3, two)).isFalse();
        assertThat(function.eval(3.0, 3.0, two)).isFalse();
        assertThat(function.eval(0.0, 0.0, "POLYGON EMPTY")).isFalse();
        assertThat(function.eval(0.0, 0.0, "POLYGON((-1e0 -1.,+1 -1,0 .5,-1 -1))"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            POINT (1 1)                            ~ at character 1: POLYGON or MULTIPOLYGON is expected
            POLYGON 1 1                            ~ at character 9: '(' is expected
            POLYGON ((0 0, 1 0, 1 1))              ~ at character 10: a ring has at least 4 points, the last of which is the first again
            POLYGON ((0 0, 1 0, 1 1, 0 1))         ~ at character 10: the ring is not closed: its last point has to be its first
            POLYGON ((0 0, 1 0, 1 1, 0 0)          ~ at character 30: ')' is expected
            POLYGON ((0 0, 1 0, 1 1, 0 0)) x       ~ at character 32: nothing more is expected
            POLYGON ((0 0, 1 0, 1 x, 0 0))         ~ at character 23: a latitude is expected
            POLYGON ((0 0, 1 0, 1 1-2, 0 0))       ~ at character 23: a latitude is expected
            POLYGON ((0 0, 1 0, 1e9 1, 0 0))       ~ at character 21: a longitude is from -180 to 180 (longitude comes first)
            POLYGON ((10 100, 1 0, 1 1, 10 100))   ~ at character 14: a latitude is from -90 to 90 (longitude comes first)
            POLYGON ((0 0 5, 1 0 5, 1 1 5, 0 0 5)) ~ at character 15: ')' is expected
            """)
    void saysWhatIsWrongWithAPolygon(String polygon, String problem) {
        assertThatThrownBy(() -> WellKnownText.polygon(polygon)).hasMessage(problem);
        assertThat(function.eval(0.0, 0.0, polygon)).isNull();
    }

    @Test
    void givesNullForNullAndForWhatIsNoPosition() {
        assertThat(function.eval(null, 0.0, WITH_HOLE)).isNull();
        assertThat(function.eval(0.0, null, WITH_HOLE)).isNull();
        assertThat(function.eval(0.0, 0.0, null)).isNull();
        assertThat(function.eval(91.0, 0.0, WITH_HOLE)).isNull();
        assertThat(function.eval(0.0, Double.NaN, WITH_HOLE)).isNull();
        assertThat(function.eval(0.0, 0.0, WITH_HOLE + " ".repeat(WellKnownText.LONGEST)))
                .isNull();
    }

    @Test
    void randomTextsNeverThrow() {
        String[] pieces = {
            "POLYGON", "MULTIPOLYGON", "EMPTY", "(", ")", "((", "))", ",", " ", "1", "-2.5", "1e999", "x", "."
        };
        Random random = new Random(8);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder("POLYGON ((".substring(0, random.nextInt(11)));
            for (int count = random.nextInt(15); count > 0; count--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(function.eval(0.0, 0.0, text.toString())).isNotEqualTo(true);
        }
    }

    /** A square cut into triangles around a point, with either orientation and any first corner. */
    private static List<String> fan(Random random) {
        double[][] border = {
            {-10, -10}, {random.nextInt(19) - 9, -10}, {10, -10}, {10, 10}, {random.nextInt(19) - 9, 10}, {-10, 10}
        };
        double[] middle = {random.nextInt(19) - 9, random.nextInt(19) - 9};
        List<String> triangles = new ArrayList<>();
        for (int i = 0; i < border.length; i++) {
            List<double[]> corners = new ArrayList<>(List.of(border[i], border[(i + 1) % border.length], middle));
            Collections.shuffle(corners, random);
            corners.add(corners.get(0));
            triangles.add(polygon(corners));
        }
        return triangles;
    }

    private static String star(Random random, Path2D path) {
        List<double[]> corners = new ArrayList<>();
        for (int i = 3 + random.nextInt(8); i > 0; i--) {
            corners.add(new double[] {random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90});
        }
        path.moveTo(corners.get(0)[0], corners.get(0)[1]);
        corners.subList(1, corners.size()).forEach(corner -> path.lineTo(corner[0], corner[1]));
        path.closePath();
        corners.add(corners.get(0));
        return polygon(corners);
    }

    private static String polygon(List<double[]> corners) {
        List<String> points =
                corners.stream().map(corner -> corner[0] + " " + corner[1]).toList();
        return "POLYGON ((" + String.join(", ", points) + "))";
    }
}
