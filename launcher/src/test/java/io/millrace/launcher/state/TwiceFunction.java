package io.millrace.launcher.state;

import org.apache.flink.table.functions.ScalarFunction;

/** A scalar function that Flink does not bring along. */
public final class TwiceFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    public Integer eval(Integer value) {
        return value == null ? null : 2 * value;
    }
}
