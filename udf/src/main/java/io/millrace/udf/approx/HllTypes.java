package io.millrace.udf.approx;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.InputTypeStrategy;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/** The types of the aggregates that hold a HyperLogLog sketch. */
final class HllTypes {

    private HllTypes() {}

    /** A value of any kind that can be counted, and lg_k if wanted. */
    static TypeInference ofValues(DataType result) {
        return inference(
                Arguments.lastOptional(
                        ValueArgument.scalar(),
                        ConstantArgument.integer("lg_k", HllBytes.LEAST_LG_K, HllBytes.MOST_LG_K)),
                result);
    }

    /** A sketch. */
    static TypeInference ofSketches(DataType result) {
        return inference(Arguments.of(InputTypeStrategies.explicit(DataTypes.BYTES())), result);
    }

    private static TypeInference inference(InputTypeStrategy arguments, DataType result) {
        return TypeInference.newBuilder()
                .inputTypeStrategy(arguments)
                .accumulatorTypeStrategy(
                        TypeStrategies.explicit(DataTypes.RAW(HllAccumulator.class, HllAccumulatorSerializer.INSTANCE)))
                .outputTypeStrategy(TypeStrategies.explicit(result))
                .build();
    }
}
