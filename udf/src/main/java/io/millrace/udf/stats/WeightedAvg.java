package io.millrace.udf.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.flink.api.common.typeutils.base.BigDecSerializer;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/**
 * Averages a column, each row counting as much as its weight: {@code sum(x * w) / sum(w)}.
 *
 * <p>Exact, rounded half up once, as DECIMAL(38, max(6, scale of x)), if one argument is DECIMAL and the other DECIMAL
 * or an integer; else DOUBLE, of sums that are not rounded. Rows whose x or w is NULL are passed over, among doubles
 * also those with NaN, an infinity or a magnitude above 1e90. NULL if the weights sum to zero, as those of no rows do,
 * or if the average does not fit into the DECIMAL. Weights may be negative.
 */
public final class WeightedAvg extends AggregateFunction<Object, WeightedAvg.Accumulator> {

    private static final long serialVersionUID = 1L;

    /** Sums of doubles or of decimals, depending on the types of the arguments. */
    public static class Accumulator {
        /** The sum of x * w of doubles. */
        public double[] products = ExactSum.empty();
        /** The sum of w of doubles. */
        public double[] weights = ExactSum.empty();
        /** The sum of x * w of decimals; null before the first. */
        public @DataTypeHint(value = "RAW", bridgedTo = BigDecimal.class, rawSerializer = BigDecSerializer.class)
        BigDecimal decimalProducts;
        /** The sum of w of decimals; null before the first. */
        public @DataTypeHint(value = "RAW", bridgedTo = BigDecimal.class, rawSerializer = BigDecSerializer.class)
        BigDecimal decimalWeights;
        /** The scale of the average of decimals. */
        public int scale;
    }

    @Override
    public Accumulator createAccumulator() {
        return new Accumulator();
    }

    /** Adds a row of doubles. */
    public void accumulate(Accumulator accumulator, Double x, Double w) {
        if (x != null && w != null && ExactSum.accepts(x) && ExactSum.accepts(w)) {
            accumulator.products = ExactSum.addProduct(accumulator.products, x, w);
            accumulator.weights = ExactSum.add(accumulator.weights, w);
        }
    }

    /** Adds a row of decimals. */
    public void accumulate(Accumulator accumulator, BigDecimal x, BigDecimal w) {
        if (x != null && w != null) {
            accumulator.scale = WeightedArguments.scale(x.scale());
            add(accumulator, x.multiply(w), w);
        }
    }

    /** Removes a row of doubles. */
    public void retract(Accumulator accumulator, Double x, Double w) {
        accumulate(accumulator, x, w == null ? null : Double.valueOf(-w));
    }

    /** Removes a row of decimals. */
    public void retract(Accumulator accumulator, BigDecimal x, BigDecimal w) {
        accumulate(accumulator, x, w == null ? null : w.negate());
    }

    /** Adds the rows of others. */
    public void merge(Accumulator accumulator, Iterable<Accumulator> others) {
        for (Accumulator other : others) {
            accumulator.products = ExactSum.addAll(accumulator.products, other.products);
            accumulator.weights = ExactSum.addAll(accumulator.weights, other.weights);
            if (other.decimalWeights != null) {
                accumulator.scale = other.scale;
                add(accumulator, other.decimalProducts, other.decimalWeights);
            }
        }
    }

    @Override
    public Object getValue(Accumulator accumulator) {
        if (accumulator.decimalWeights != null) {
            return accumulator.decimalWeights.signum() == 0
                    ? null
                    : accumulator.decimalProducts.divide(
                            accumulator.decimalWeights, accumulator.scale, RoundingMode.HALF_UP);
        }
        double weight = ExactSum.value(accumulator.weights);
        return weight == 0 ? null : (Object) (ExactSum.value(accumulator.products) / weight);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return TypeInference.newBuilder()
                .inputTypeStrategy(new WeightedArguments())
                .accumulatorTypeStrategy(TypeStrategies.explicit(types.createDataType(Accumulator.class)))
                .outputTypeStrategy(WeightedArguments::average)
                .build();
    }

    private static void add(Accumulator accumulator, BigDecimal product, BigDecimal weight) {
        BigDecimal products = accumulator.decimalProducts;
        BigDecimal weights = accumulator.decimalWeights;
        accumulator.decimalProducts = products == null ? product : products.add(product);
        accumulator.decimalWeights = weights == null ? weight : weights.add(weight);
    }
}
