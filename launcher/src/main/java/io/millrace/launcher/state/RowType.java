package io.millrace.launcher.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The columns of a row type, which Flink writes as ROW<`name` TYPE, ...> or, with time attributes, as an object. */
record RowType(List<String> names, List<String> types) {

    static RowType of(JsonNode type) {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        if (type.isObject()) {
            for (JsonNode field : type.path("fields")) {
                names.add(field.path("name").asText());
                types.add(text(field.path("fieldType")));
            }
        } else if (type.asText().startsWith("ROW<")) {
            for (String field : fields(type.asText())) {
                int end = nameEnd(field);
                names.add(field.substring(1, end).replace("``", "`"));
                types.add(field.substring(end + 2));
            }
        }
        return new RowType(names, types);
    }

    private static String text(JsonNode type) {
        return type.isTextual() ? type.asText() : type.toString();
    }

    private static List<String> fields(String row) {
        List<String> fields = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = "ROW<".length();
        for (int i = start; i < row.length(); i++) {
            char c = row.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '`' || c == '\'') {
                quote = c;
            } else if (c == '<' || c == '(') {
                depth++;
            } else if (depth > 0 && (c == '>' || c == ')')) {
                depth--;
            } else if (depth == 0 && (c == ',' || c == '>')) {
                fields.add(row.substring(start, i).strip());
                start = i + 1;
                if (c == '>') {
                    break;
                }
            }
        }
        return fields;
    }

    /** The place of the quote that closes the name; two quotes are one within it. */
    private static int nameEnd(String field) {
        int end = 1;
        while (field.charAt(end) != '`' || (end + 1 < field.length() && field.charAt(end + 1) == '`')) {
            end += field.charAt(end) == '`' ? 2 : 1;
        }
        return end;
    }
}
