package io.millrace.sandbox.maxcompute;

import java.util.List;

/**
 * A type of MaxCompute SQL.
 *
 * @param name in capitals
 * @param arguments length, or precision and scale, as written
 * @param elements types of the elements, of key and value, or of the fields
 * @param fieldNames of a STRUCT
 */
record ColumnType(String name, List<Integer> arguments, List<ColumnType> elements, List<String> fieldNames) {

    ColumnType {
        arguments = List.copyOf(arguments);
        elements = List.copyOf(elements);
        fieldNames = List.copyOf(fieldNames);
    }

    /** The type as clients parse it. */
    String text() {
        StringBuilder text = new StringBuilder(name);
        if (!arguments.isEmpty()) {
            text.append('(')
                    .append(String.join(
                            ",", arguments.stream().map(String::valueOf).toList()))
                    .append(')');
        }
        if (!elements.isEmpty()) {
            StringBuilder inner = new StringBuilder();
            for (int i = 0; i < elements.size(); i++) {
                inner.append(i == 0 ? "" : ",");
                inner.append(fieldNames.isEmpty() ? "" : fieldNames.get(i) + ":");
                inner.append(elements.get(i).text());
            }
            text.append('<').append(inner).append('>');
        }
        return text.toString();
    }
}
