package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.List;

/** One entry of {@code given:}; it is processed by the whole job before the next one is read. */
public sealed interface TestStep {

    /** Rows that a source gives, in their order. */
    record Rows(Located<String> table, List<FixtureRow> rows) implements TestStep {}

    /** Watermarks that sources give; at least one. */
    record Watermark(List<TableTime> times) implements TestStep {}

    /**
     * The rows of a CSV or JSON lines file, which a source gives.
     *
     * @param path as written, relative to the folder of the test file
     */
    record RowsOfFile(Located<String> table, Located<String> path) implements TestStep {}
}
