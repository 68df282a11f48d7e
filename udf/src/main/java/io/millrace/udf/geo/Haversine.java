package io.millrace.udf.geo;

/** Great-circle distances on a sphere. */
final class Haversine {

    /** The mean radius R1 of the Earth in metres: International Union of Geodesy and Geophysics, GRS 80. */
    static final double EARTH_RADIUS_M = 6_371_008.8;

    private Haversine() {}

    /**
     * Metres between two positions in degrees (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984).
     */
    static double metres(double latitude1, double longitude1, double latitude2, double longitude2) {
        double halfLatitude = Math.sin(Math.toRadians(latitude2 - latitude1) / 2);
        double halfLongitude = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
        double haversine = halfLatitude * halfLatitude
                + Math.cos(Math.toRadians(latitude1))
                        * Math.cos(Math.toRadians(latitude2))
                        * halfLongitude
                        * halfLongitude;
        // Rounding can lift the haversine of antipodes above 1.
        return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }
}
