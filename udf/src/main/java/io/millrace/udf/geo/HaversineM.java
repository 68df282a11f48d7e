package io.millrace.udf.geo;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Gives the great-circle distance between two positions in metres.
 *
 * <p>The Earth is a sphere of the mean radius 6,371,008.8 m, so that a distance may be up to about 0.5 % off one on the
 * WGS 84 ellipsoid.
 */
public final class HaversineM extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /**
     * The distance of two positions.
     *
     * @param lat1 latitude in degrees, from -90 to 90
     * @param lon1 longitude in degrees, from -180 to 180
     * @param lat2 latitude in degrees, from -90 to 90
     * @param lon2 longitude in degrees, from -180 to 180
     * @return metres; null if an argument is null or out of range
     */
    public @DataTypeHint("DOUBLE") Double eval(
            @DataTypeHint("DOUBLE") Double lat1,
            @DataTypeHint("DOUBLE") Double lon1,
            @DataTypeHint("DOUBLE") Double lat2,
            @DataTypeHint("DOUBLE") Double lon2) {
        return Position.isValid(lat1, lon1) && Position.isValid(lat2, lon2)
                ? Haversine.metres(lat1, lon1, lat2, lon2)
                : null;
    }
}
