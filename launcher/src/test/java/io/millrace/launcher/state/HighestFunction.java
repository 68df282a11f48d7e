package io.millrace.launcher.state;

import org.apache.flink.table.functions.AggregateFunction;

/** An aggregate function that Flink does not bring along. */
public final class HighestFunction extends AggregateFunction<Integer, HighestFunction.Highest> {

    private static final long serialVersionUID = 1L;

    /** What the function keeps. */
    public static final class Highest {
        public Integer value = Integer.MIN_VALUE;
    }

    @Override
    public Highest createAccumulator() {
        return new Highest();
    }

    @Override
    public Integer getValue(Highest highest) {
        return highest.value;
    }

    public void accumulate(Highest highest, Integer value) {
        highest.value = Math.max(highest.value, value);
    }
}
