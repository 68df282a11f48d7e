package io.millrace.udf.geo;

import io.millrace.udf.argument.CheckedArgument;
import io.millrace.udf.argument.RecentlyUsed;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/**
 * Tells whether a position is in a polygon, which may have holes and is written as well-known text.
 *
 * <p>Edges are straight on the plane of longitude and latitude, and of polygons that share edges exactly one has a
 * position (see {@link Polygon}). A constant polygon is checked while planning.
 */
public final class PointInPolygon extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    // One for all phases of planning, so that the checked argument knows in the last what it was in the first.
    private transient TypeInference inference;

    private static final int CAPACITY = 128;

    private transient RecentlyUsed<String, Optional<Polygon>> polygons;

    @Override
    public void open(FunctionContext context) {
        polygons = new RecentlyUsed<>(CAPACITY, PointInPolygon::read);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            inference = TypeInference.newBuilder()
                    .inputTypeStrategy(InputTypeStrategies.sequence(
                            List.of("lat", "lon", "polygon"),
                            List.of(
                                    InputTypeStrategies.explicit(DataTypes.DOUBLE()),
                                    InputTypeStrategies.explicit(DataTypes.DOUBLE()),
                                    new CheckedArgument<>(DataTypes.STRING(), String.class, PointInPolygon::problem))))
                    .outputTypeStrategy(TypeStrategies.explicit(DataTypes.BOOLEAN()))
                    .build();
        }
        return inference;
    }

    /**
     * Whether a position is in a polygon.
     *
     * @param lat latitude in degrees, from -90 to 90
     * @param lon longitude in degrees, from -180 to 180
     * @param polygon {@code POLYGON} or {@code MULTIPOLYGON}, longitude first
     * @return null if an argument is null, the position out of range or the polygon none
     */
    public Boolean eval(Double lat, Double lon, String polygon) {
        if (!Position.isValid(lat, lon) || polygon == null || polygon.length() > WellKnownText.LONGEST) {
            return null;
        }
        Optional<Polygon> read = polygons.of(polygon);
        return read.isEmpty() ? null : read.get().contains(lat, lon);
    }

    private static Optional<Polygon> read(String polygon) {
        try {
            return Optional.of(WellKnownText.polygon(polygon));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> problem(String polygon) {
        try {
            WellKnownText.polygon(polygon);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("The polygon is wrong " + e.getMessage());
        }
    }
}
