package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is expected of the rows of one table or view.
 *
 * @param source the descriptor's file
 * @param table its name, and where the descriptor names it
 */
public record TableExpectations(SourceText source, Located<String> table, List<RowExpectation> expectations) {

    /** Those with an action, in order. */
    public Stream<RowExpectation> with(ExpectationAction action) {
        return expectations.stream().filter(expectation -> expectation.does(action));
    }
}
