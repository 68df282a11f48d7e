package io.millrace.udf.geo;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.types.Row;

/** Gives the middle of a geohash's cell and how far the cell reaches from there, all in degrees. */
public final class GeohashDecode extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /**
     * The cell of a geohash.
     *
     * @param hash a geohash of 1 to 12 characters, in either case
     * @return the middle, and half the height and width of the cell; null for null and for what is no geohash
     */
    public @DataTypeHint("ROW<lat DOUBLE, lon DOUBLE, lat_error DOUBLE, lon_error DOUBLE>") Row eval(
            @DataTypeHint("STRING") String hash) {
        double[] cell = hash == null ? null : Geohash.decode(hash);
        return cell == null ? null : Row.of(cell[0], cell[1], cell[2], cell[3]);
    }
}
