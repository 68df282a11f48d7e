package io.millrace.udf.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoFunctionsSqlTest {

    private static final FlinkSql FLINK = FlinkSql.streaming();

    private static final String SQUARE = "'POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))'";

    @Test
    void takeNumbersOfEveryKind() {
        assertThat(FLINK.last(
                        """
                SELECT
                  geohash_encode(CAST(57.64911 AS DECIMAL(8, 5)), CAST(10.40744 AS DOUBLE), 6),
                  geohash_encode(CAST(57.5 AS FLOAT), CAST(10 AS BIGINT), CAST(3 AS TINYINT)),
                  geohash_encode(57, 10, NULL),
                  haversine_m(0, CAST(0 AS SMALLINT), 0.0, CAST(90 AS FLOAT)) BETWEEN 10007557 AND 10007558,
                  point_in_polygon(1, 1.5, %s),
                  geohash_decode('s').lat_error
                """
                                .formatted(SQUARE)))
                .isEqualTo(Row.of("u4pruy", "u4p", null, true, true, 22.5));
    }

    @Test
    void readColumns() {
        assertThat(
                        FLINK.rows(
                                """
                SELECT id, geohash_encode(lat, lon, digits), point_in_polygon(lat, lon, area), geohash_decode(area).lat
                FROM (VALUES
                  (1, 1.0, 1.0, 3, 'POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))'),
                  (2, 3.0, 1.0, 99, 'POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))'),
                  (3, 1.0, 1.0, 0, 'POLYGON ((0 0, 2 0))')) AS t (id, lat, lon, digits, area)
                """))
                .containsExactlyInAnyOrder(
                        Row.of(1, "s00", true, null), Row.of(2, null, false, null), Row.of(3, null, null, null));
    }

    @Test
    void haveTheirTypes() {
        assertThat(FLINK.typeOf("haversine_m(1, 2, 3, 4)")).isEqualTo(DataTypes.DOUBLE());
        assertThat(FLINK.typeOf("geohash_encode(1, 2, 3)")).isEqualTo(DataTypes.STRING());
        assertThat(FLINK.typeOf("point_in_polygon(1, 2, " + SQUARE + ")")).isEqualTo(DataTypes.BOOLEAN());
        assertThat(FLINK.typeOf("geohash_decode('s')").getLogicalType())
                .hasToString("ROW<`lat` DOUBLE, `lon` DOUBLE, `lat_error` DOUBLE, `lon_error` DOUBLE>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            geohash_encode(1, 2, 99)                       ~ The precision of a geohash is from 1 to 12, not 99.
            point_in_polygon(1, 2, "POINT (1 1)")          ~ The polygon is wrong at character 1: POLYGON or MULTIPOLYGON is expected
            haversine_m("1", 2, 3, 4)                      ~ haversine_m
            geohash_encode(1, 2)                           ~ geohash_encode
            geohash_decode(1)                              ~ geohash_decode
            """)
    void refuseWrongConstantsAndTypesWhilePlanning(String call, String message) {
        assertThatThrownBy(() -> FLINK.plan("SELECT " + call.replace('"', '\'')))
                .hasStackTraceContaining(message);
    }

    @ParameterizedTest
    @ValueSource(classes = {GeohashDecode.class, GeohashEncode.class, HaversineM.class, PointInPolygon.class})
    void areIdentifiedByTheirClassNamesSoThatACompiledPlanStaysValid(Class<?> type)
            throws ReflectiveOperationException {
        assertThat(((UserDefinedFunction) type.getConstructor().newInstance()).functionIdentifier())
                .isEqualTo(type.getName());
    }
}
