package io.millrace.udf.geo;

import java.util.List;

/**
 * A polygon with holes on the plane of longitude and latitude.
 *
 * <p>A point is inside if a ray from it to the east crosses an odd number of edges (M. Shimrat, "Algorithm 112:
 * Position of point relative to polygon", Communications of the ACM 5, 1962), of all rings together. An edge holds its
 * southern end and not its northern one, and a point on an edge is west of it, so that of polygons which share edges
 * exactly one has any point.
 */
final class Polygon {

    /** Longitudes and latitudes of an edge by turns: its southern end, then its northern one. */
    private final double[] edges;

    private final double west;
    private final double east;
    private final double south;
    private final double north;

    /** A polygon of closed rings, each of longitudes and latitudes by turns. */
    Polygon(List<double[]> rings) {
        edges = edges(rings);
        double[] bounds = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < edges.length; i += 2) {
            bounds[0] = Math.min(bounds[0], edges[i]);
            bounds[1] = Math.max(bounds[1], edges[i]);
            bounds[2] = Math.min(bounds[2], edges[i + 1]);
            bounds[3] = Math.max(bounds[3], edges[i + 1]);
        }
        west = bounds[0];
        east = bounds[1];
        south = bounds[2];
        north = bounds[3];
    }

    boolean contains(double latitude, double longitude) {
        if (!(latitude >= south && latitude <= north && longitude >= west && longitude <= east)) {
            return false;
        }
        boolean inside = false;
        for (int i = 0; i < edges.length; i += 4) {
            inside ^= crossedFrom(latitude, longitude, i);
        }
        return inside;
    }

    private boolean crossedFrom(double latitude, double longitude, int edge) {
        double southLatitude = edges[edge + 1];
        double northLatitude = edges[edge + 3];
        if (latitude < southLatitude || latitude >= northLatitude) {
            return false;
        }
        double share = (latitude - southLatitude) / (northLatitude - southLatitude);
        return longitude < edges[edge] + share * (edges[edge + 2] - edges[edge]);
    }

    // From south to north whatever way the ring runs: neighbours that share an edge then compute the same crossing.
    private static double[] edges(List<double[]> rings) {
        double[] edges = new double
                [rings.stream().mapToInt(ring -> 2 * (ring.length - 2)).sum()];
        int at = 0;
        for (double[] ring : rings) {
            for (int i = 0; i + 3 < ring.length; i += 2, at += 4) {
                int first = ring[i + 1] <= ring[i + 3] ? i : i + 2;
                int second = first == i ? i + 2 : i;
                System.arraycopy(ring, first, edges, at, 2);
                System.arraycopy(ring, second, edges, at + 2, 2);
            }
        }
        return edges;
    }
}
