package io.millrace.udf.stats;

import java.util.List;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Takes the x of the row whose y is greatest.
 *
 * <p>x has any type and may be NULL; y is anything with an order, and strings are ordered by code points. Rows whose y
 * is NULL or NaN are passed over. Of rows with the same y the one that came first counts; where rows came in parallel
 * parts that are merged, the first of one of them. Without a row the result is NULL. Every row is kept in state, so
 * that any of them can be removed: a row costs two accesses to state and the rewriting of the rows with the same y, the
 * removal of the last row with the greatest y a look at every distinct y.
 */
public final class ArgMax extends AggregateFunction<Object, ArgMax.Accumulator> {

    private static final long serialVersionUID = 1L;

    private static final Ranking RANKING = new Ranking(1);

    /** All rows. */
    public static class Accumulator {
        /** The y that counts; null if there are no rows. */
        public Object best;
        /** The x of each y, in the order in which they came. */
        public MapView<Object, List<Object>> values = new MapView<>();
    }

    @Override
    public Accumulator createAccumulator() {
        return new Accumulator();
    }

    /** Adds a row. */
    public void accumulate(Accumulator accumulator, Object x, Object y) throws Exception {
        RANKING.add(accumulator, x, y);
    }

    /** Removes a row. */
    public void retract(Accumulator accumulator, Object x, Object y) throws Exception {
        RANKING.remove(accumulator, x, y);
    }

    /** Adds the rows of others. */
    public void merge(Accumulator accumulator, Iterable<Accumulator> others) throws Exception {
        RANKING.merge(accumulator, others);
    }

    @Override
    public Object getValue(Accumulator accumulator) {
        return Ranking.first(accumulator);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return Ranking.typeInference();
    }
}
