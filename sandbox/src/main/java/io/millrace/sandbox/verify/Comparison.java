package io.millrace.sandbox.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What comparing one table gave; the differences stand in the order of their keys. */
record Comparison(ResultTable table, long equalRows, List<RowDifference> differences) {

    /** Compares rows, given as values by key. */
    static Comparison of(
            ResultTable table, Map<List<String>, List<String>> expected, Map<List<String>, List<String>> actual) {
        TreeSet<List<String>> keys = new TreeSet<>(Comparison::compareCells);
        keys.addAll(expected.keySet());
        keys.addAll(actual.keySet());
        List<RowDifference> differences = new ArrayList<>();
        for (List<String> key : keys) {
            List<String> wanted = expected.get(key);
            List<String> found = actual.get(key);
            if (wanted == null || !wanted.equals(found)) {
                differences.add(RowDifference.of(key, wanted, found));
            }
        }
        return new Comparison(table, keys.size() - differences.size(), differences);
    }

    /** Returns this comparison with findings that belong to no row put first. */
    Comparison withRemarks(List<String> remarks) {
        List<RowDifference> all =
                new ArrayList<>(remarks.stream().map(RowDifference::remark).toList());
        all.addAll(differences);
        return new Comparison(table, equalRows, all);
    }

    boolean isEqual() {
        return differences.isEmpty();
    }

    /** Numbers in the order of their values: a longer one is greater. */
    private static int compareCells(List<String> left, List<String> right) {
        for (int i = 0; i < left.size(); i++) {
            String a = left.get(i);
            String b = right.get(i);
            boolean numbers = isNumber(a) && isNumber(b) && a.length() != b.length();
            int order = numbers ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
