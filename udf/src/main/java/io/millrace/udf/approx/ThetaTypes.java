package io.millrace.udf.approx;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/** The types of the aggregates that hold a theta sketch. */
final class ThetaTypes {

    private ThetaTypes() {}

    /** A value of any kind that can be counted, and lg_k if wanted. */
    static TypeInference ofValues() {
        return inference(ValueArgument.scalar());
    }

    /** A sketch, and lg_k if wanted. */
    static TypeInference ofSketches() {
        return inference(InputTypeStrategies.explicit(DataTypes.BYTES()));
    }

    private static TypeInference inference(ArgumentTypeStrategy first) {
        return TypeInference.newBuilder()
                .inputTypeStrategy(Arguments.lastOptional(
                        first, ConstantArgument.integer("lg_k", ThetaBytes.LEAST_LG_K, ThetaBytes.MOST_LG_K)))
                .accumulatorTypeStrategy(TypeStrategies.explicit(
                        DataTypes.RAW(ThetaAccumulator.class, ThetaAccumulatorSerializer.INSTANCE)))
                .outputTypeStrategy(TypeStrategies.explicit(DataTypes.BYTES()))
                .build();
    }
}
