package io.millrace.benchmarks;

import io.millrace.udf.geo.GeohashDecode;
import io.millrace.udf.geo.GeohashEncode;
import io.millrace.udf.geo.HaversineM;
import io.millrace.udf.geo.PointInPolygon;
import java.awt.geom.Path2D;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.types.Row;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The functions of {@code io.millrace.udf.geo}; the polygon has 64 corners. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GeoFunctions {

    private static final int CORNERS = 64;

    private final HaversineM haversineM = new HaversineM();
    private final GeohashEncode geohashEncode = new GeohashEncode();
    private final GeohashDecode geohashDecode = new GeohashDecode();
    private final PointInPolygon pointInPolygon = new PointInPolygon();
    private final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    private final Rows<Double> latitudes = Rows.of(i -> i * 0.17 - 85);
    private final Rows<Double> longitudes = Rows.of(i -> i * 0.34 - 175);
    private final Rows<String> hashes = Rows.of(i -> geohashEncode.eval(i * 0.17 - 85, i * 0.34 - 175, 9));
    private String polygon;

    /** Opens the functions as Flink would. */
    @Setup
    public void open() {
        pointInPolygon.open(null);
        path.moveTo(longitude(0), latitude(0));
        IntStream.range(1, CORNERS).forEach(i -> path.lineTo(longitude(i), latitude(i)));
        path.closePath();
        polygon = IntStream.rangeClosed(0, CORNERS)
                .mapToObj(i -> longitude(i % CORNERS) + " " + latitude(i % CORNERS))
                .collect(Collectors.joining(", ", "POLYGON ((", "))"));
    }

    @Benchmark
    public Double haversine_m() {
        return haversineM.eval(52.52, 13.405, latitudes.next(), longitudes.next());
    }

    @Benchmark
    public double haversine_m__SQL_ACOS() {
        double latitude = Math.toRadians(latitudes.next());
        double angle = Math.toRadians(longitudes.next() - 13.405);
        double own = Math.toRadians(52.52);
        return 6_371_008.8
                * Math.acos(Math.sin(own) * Math.sin(latitude) + Math.cos(own) * Math.cos(latitude) * Math.cos(angle));
    }

    @Benchmark
    public String geohash_encode() {
        return geohashEncode.eval(latitudes.next(), longitudes.next(), 9);
    }

    @Benchmark
    public Row geohash_decode() {
        return geohashDecode.eval(hashes.next());
    }

    @Benchmark
    public Boolean point_in_polygon() {
        return pointInPolygon.eval(latitudes.next(), longitudes.next(), polygon);
    }

    @Benchmark
    public boolean point_in_polygon__Path2D() {
        return path.contains(longitudes.next(), latitudes.next());
    }

    private static double longitude(int corner) {
        return 120 * Math.cos(2 * Math.PI * corner / CORNERS);
    }

    private static double latitude(int corner) {
        return 60 * Math.sin(2 * Math.PI * corner / CORNERS);
    }
}
