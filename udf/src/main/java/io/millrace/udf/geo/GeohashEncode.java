package io.millrace.udf.geo;

import io.millrace.udf.argument.CheckedArgument;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/** Gives the geohash of a position, as Gustavo Niemeyer defined it at geohash.org in 2008. */
public final class GeohashEncode extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    // One for all phases of planning, so that the checked argument knows in the last what it was in the first.
    private transient TypeInference inference;

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            inference = TypeInference.newBuilder()
                    .inputTypeStrategy(InputTypeStrategies.sequence(
                            List.of("lat", "lon", "precision"),
                            List.of(
                                    InputTypeStrategies.explicit(DataTypes.DOUBLE()),
                                    InputTypeStrategies.explicit(DataTypes.DOUBLE()),
                                    new CheckedArgument<>(DataTypes.INT(), Integer.class, GeohashEncode::problem))))
                    .outputTypeStrategy(TypeStrategies.explicit(DataTypes.STRING()))
                    .build();
        }
        return inference;
    }

    /**
     * The geohash of a position.
     *
     * @param lat latitude in degrees, from -90 to 90
     * @param lon longitude in degrees, from -180 to 180
     * @param precision characters of the geohash, from 1 to 12
     * @return the geohash in lower case; null if an argument is null or out of range
     */
    public String eval(Double lat, Double lon, Integer precision) {
        boolean valid = Position.isValid(lat, lon) && precision != null && isPrecision(precision);
        return valid ? Geohash.encode(lat, lon, precision) : null;
    }

    private static boolean isPrecision(int precision) {
        return precision >= 1 && precision <= Geohash.LONGEST;
    }

    private static Optional<String> problem(int precision) {
        return isPrecision(precision)
                ? Optional.empty()
                : Optional.of(
                        "The precision of a geohash is from 1 to " + Geohash.LONGEST + ", not " + precision + ".");
    }
}
