package io.millrace.udf.stats;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Takes the x of the row whose y is smallest.
 *
 * <p>Otherwise like {@link ArgMax}, in types, NULLs, ties, errors and cost.
 */
public final class ArgMin extends AggregateFunction<Object, ArgMax.Accumulator> {

    private static final long serialVersionUID = 1L;

    private static final Ranking RANKING = new Ranking(-1);

    @Override
    public ArgMax.Accumulator createAccumulator() {
        return new ArgMax.Accumulator();
    }

    /** Adds a row. */
    public void accumulate(ArgMax.Accumulator accumulator, Object x, Object y) throws Exception {
        RANKING.add(accumulator, x, y);
    }

    /** Removes a row. */
    public void retract(ArgMax.Accumulator accumulator, Object x, Object y) throws Exception {
        RANKING.remove(accumulator, x, y);
    }

    /** Adds the rows of others. */
    public void merge(ArgMax.Accumulator accumulator, Iterable<ArgMax.Accumulator> others) throws Exception {
        RANKING.merge(accumulator, others);
    }

    @Override
    public Object getValue(ArgMax.Accumulator accumulator) {
        return Ranking.first(accumulator);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return Ranking.typeInference();
    }
}
