package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.script.SqlStatement;

/**
 * A condition that each row of a table should meet. Only a row for which it is FALSE does not, as for SQL's CHECK.
 *
 * @param name how messages and dead letters call it: the condition itself unless it is given a name
 * @param condition a SQL expression, as tokens of the descriptor
 */
public record RowExpectation(String name, SqlStatement condition, Located<ExpectationAction> action) {

    public boolean does(ExpectationAction other) {
        return action.value() == other;
    }
}
