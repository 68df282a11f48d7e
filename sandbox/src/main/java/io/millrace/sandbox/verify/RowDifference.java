package io.millrace.sandbox.verify;

import java.util.List;
import java.util.Optional;

/**
 * One row that is not as it must be.
 *
 * @param key the row's key; empty for a finding that belongs to no row
 * @param expected its values, empty when there must be no such row
 * @param actual its values, empty when there is no such row
 * @param remark what is wrong beside the values; empty when nothing is
 */
record RowDifference(List<String> key, Optional<List<String>> expected, Optional<List<String>> actual, String remark) {

    static RowDifference of(List<String> key, List<String> expected, List<String> actual) {
        return new RowDifference(key, Optional.ofNullable(expected), Optional.ofNullable(actual), "");
    }

    static RowDifference remark(String remark) {
        return new RowDifference(List.of(), Optional.empty(), Optional.empty(), remark);
    }
}
