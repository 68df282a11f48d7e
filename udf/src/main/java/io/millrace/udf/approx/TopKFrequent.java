package io.millrace.udf.approx;

import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;
import org.apache.flink.types.Row;

/**
 * Finds the k most frequent values approximately, in memory that does not grow with the number of values: the
 * frequent-items sketch of Apache DataSketches with a map of 4,096.
 *
 * <p>Each value comes with an estimate of its rows and with bounds that the true number is between; the bounds are at
 * most 3.5 / 4096 (0.085 %) of all rows apart, and equal while there are up to 3,072 different values. Estimates in
 * descending order; equal ones in the order of the values. NULL is not counted; no values give an empty array. Values
 * cannot be taken back, so an updating input is refused in planning. Source: Misra, Gries, "Finding repeated elements",
 * 1982, as in Anderson et al., "A High-Performance Algorithm for Identifying Frequent Items in Data Streams", IMC 2017.
 */
public final class TopKFrequent extends AggregateFunction<Row[], FrequentItemsAccumulator> {

    private static final long serialVersionUID = 1L;

    @Override
    public FrequentItemsAccumulator createAccumulator() {
        return new FrequentItemsAccumulator();
    }

    /**
     * Counts a value.
     *
     * @param item the value; null is passed over
     * @param k how many values to return at most, 1 to 1000; planning takes nothing else
     */
    public void accumulate(FrequentItemsAccumulator accumulator, Object item, Integer k) {
        if (item != null) {
            accumulator.add(item, k);
        }
    }

    /** Adds the counts of other accumulators. */
    public void merge(FrequentItemsAccumulator accumulator, Iterable<FrequentItemsAccumulator> others) {
        others.forEach(accumulator::merge);
    }

    @Override
    public Row[] getValue(FrequentItemsAccumulator accumulator) {
        return accumulator.top();
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return TypeInference.newBuilder()
                .inputTypeStrategy(Arguments.of(
                        ValueArgument.javaScalar(), ConstantArgument.integer("k", 1, FrequentItemsAccumulator.MOST_K)))
                .accumulatorTypeStrategy(TypeStrategies.explicit(
                        DataTypes.RAW(FrequentItemsAccumulator.class, FrequentItemsAccumulatorSerializer.INSTANCE)))
                .outputTypeStrategy(TopKFrequent::resultType)
                .build();
    }

    private static Optional<DataType> resultType(CallContext call) {
        return Optional.of(DataTypes.ARRAY(DataTypes.ROW(
                DataTypes.FIELD("item", call.getArgumentDataTypes().get(0).notNull()),
                DataTypes.FIELD("estimate", DataTypes.BIGINT().notNull()),
                DataTypes.FIELD("lower_bound", DataTypes.BIGINT().notNull()),
                DataTypes.FIELD("upper_bound", DataTypes.BIGINT().notNull()))));
    }
}
