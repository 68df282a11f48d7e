package io.millrace.udf.text;

import io.millrace.udf.argument.LiteralCheck;
import java.util.Optional;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * The Levenshtein distance of two texts: how many characters must at least be inserted, deleted or replaced to make one
 * of the other (Levenshtein 1966).
 *
 * <p>Characters are Unicode code points. The time is the product of the lengths; with a greatest distance, the length
 * times that.
 */
public final class Levenshtein extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient TypeInference inference;

    private transient CodePoints first;
    private transient CodePoints second;
    private transient EditDistance distance;

    @Override
    public void open(FunctionContext context) {
        first = new CodePoints();
        second = new CodePoints();
        distance = new EditDistance();
    }

    /**
     * The distance of two texts.
     *
     * @param a a text; may be null
     * @param b a text; may be null
     * @return 0 or more; null if a text is null
     */
    public @DataTypeHint("INT") Integer eval(@DataTypeHint("STRING") String a, @DataTypeHint("STRING") String b) {
        return eval(a, b, Integer.MAX_VALUE);
    }

    /**
     * The distance of two texts up to a greatest one.
     *
     * @param a a text; may be null
     * @param b a text; may be null
     * @param max the greatest distance of interest; 0 or more
     * @return the distance; {@code max + 1} if it is more than that; null if an argument is null or the greatest
     *     distance is negative
     */
    public @DataTypeHint("INT") Integer eval(
            @DataTypeHint("STRING") String a, @DataTypeHint("STRING") String b, @DataTypeHint("INT") Integer max) {
        if (a == null || b == null || max == null || max < 0) {
            return null;
        }
        return distance.between(first.read(a), second.read(b), max);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            inference = LiteralCheck.add(super.getTypeInference(types), 2, Integer.class, Levenshtein::problem);
        }
        return inference;
    }

    private static Optional<String> problem(int max) {
        return max < 0
                ? Optional.of("levenshtein cannot look for distances up to " + max + ": give 0 or more.")
                : Optional.empty();
    }
}
