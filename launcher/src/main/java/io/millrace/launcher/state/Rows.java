package io.millrace.launcher.state;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the rows of an operator come from.
 *
 * @param columns what each column is made of, by names of source columns and digests of stateful operators
 * @param types the columns' types
 * @param origin the stateful operators that the rows come from, whatever filters lie between
 * @param exactOrigin the same with filters and watermarks
 * @param ancestors ids of the nearest stateful operators, in the order of the inputs
 */
record Rows(List<String> columns, List<String> types, String origin, String exactOrigin, List<Integer> ancestors) {

    Rows {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        ancestors = List.copyOf(ancestors);
    }

    /** A column with its type. */
    String column(int index) {
        return index >= 0 && index < columns.size() ? columns.get(index) + " " + types.get(index) : "#" + index;
    }

    /** All columns with their types. */
    String layout() {
        return IntStream.range(0, columns.size()).mapToObj(this::column).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The columns of several inputs behind each other, as the conditions of joins count them. */
    static Rows joined(List<Rows> inputs) {
        return new Rows(
                inputs.stream().flatMap(rows -> rows.columns.stream()).toList(),
                inputs.stream().flatMap(rows -> rows.types.stream()).toList(),
                inputs.stream().map(Rows::origin).toList().toString(),
                inputs.stream().map(Rows::exactOrigin).toList().toString(),
                inputs.stream().flatMap(rows -> rows.ancestors.stream()).toList());
    }

    /** The columns of an operator of which only its digest is known. */
    static List<String> numbered(String digest, int count) {
        return IntStream.range(0, count).mapToObj(i -> digest + "#" + i).toList();
    }
}
