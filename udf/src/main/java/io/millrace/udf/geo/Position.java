package io.millrace.udf.geo;

/** Which degrees are a position on Earth. */
final class Position {

    static final double MOST_LATITUDE = 90;

    static final double MOST_LONGITUDE = 180;

    private Position() {}

    /** Whether both are there and in range; NaN is not. */
    static boolean isValid(Double latitude, Double longitude) {
        return latitude != null
                && longitude != null
                && Math.abs(latitude) <= MOST_LATITUDE
                && Math.abs(longitude) <= MOST_LONGITUDE;
    }
}
