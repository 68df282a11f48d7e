package io.millrace.udf.approx;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/** The types of the aggregates that hold a KLL sketch. */
final class QuantileTypes {

    private QuantileTypes() {}

    /** Any number, and what tells the ranks. */
    static TypeInference inference(ArgumentTypeStrategy ranks, DataType result) {
        return TypeInference.newBuilder()
                .inputTypeStrategy(Arguments.of(ValueArgument.number(), ranks))
                .accumulatorTypeStrategy(TypeStrategies.explicit(
                        DataTypes.RAW(QuantileAccumulator.class, QuantileAccumulatorSerializer.INSTANCE)))
                .outputTypeStrategy(TypeStrategies.explicit(result))
                .build();
    }
}
