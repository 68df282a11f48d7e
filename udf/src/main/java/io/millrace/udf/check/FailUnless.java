package io.millrace.udf.check;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Ends the job at a row that does not meet a condition, and else is TRUE, so that it can stand in WHERE.
 *
 * <p>It counts as not deterministic, because what it does matters and not only what it gives: the planner neither
 * evaluates it beforehand nor leaves it out.
 */
public final class FailUnless extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isDeterministic() {
        return false;
    }

    /**
     * Checks one row.
     *
     * @param condition as in SQL's CHECK only FALSE is not met; null is
     * @param table whose row it is, for the message
     * @param expectation how the message calls the condition
     * @return TRUE
     * @throws IllegalStateException where the condition is FALSE
     */
    public @DataTypeHint("BOOLEAN NOT NULL") boolean eval(
            @DataTypeHint("BOOLEAN") Boolean condition,
            @DataTypeHint("STRING") String table,
            @DataTypeHint("STRING") String expectation) {
        if (Boolean.FALSE.equals(condition)) {
            throw new IllegalStateException(
                    "a row of '" + table + "' does not meet the expectation '" + expectation + "'");
        }
        return true;
    }
}
