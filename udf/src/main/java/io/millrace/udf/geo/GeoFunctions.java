package io.millrace.udf.geo;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions of this package by their SQL names. */
public final class GeoFunctions {

    private GeoFunctions() {}

    /** Each function's name, in lower case, and how an instance is made. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Map.of(
                "geohash_decode", GeohashDecode::new,
                "geohash_encode", GeohashEncode::new,
                "haversine_m", HaversineM::new,
                "point_in_polygon", PointInPolygon::new);
    }
}
