package io.millrace.connectors.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.connectors.json.JsonText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.flink.table.api.ValidationException;

/**
 * A text with places for columns, written {@code {column}}; two braces stand for one. (Not {@code ${column}}, which is
 * a variable of the project in many deployments.)
 */
final class TextTemplate implements Serializable {

    private static final String NULL = "-";

    private record Part(boolean column, String text) implements Serializable {}

    private final List<Part> parts;

    private TextTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a template.
     *
     * @param option where it stands, for messages
     * @throws ValidationException when a brace has no partner, or no column has the name between two
     */
    static TextTemplate parse(String option, String template, List<String> columns) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int at = 0; at < template.length(); at++) {
            char c = template.charAt(at);
            boolean doubled = at + 1 < template.length() && template.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                literal.append(c);
                at++;
            } else if (c == '{') {
                int end = template.indexOf('}', at);
                String name = end < 0 ? "" : template.substring(at + 1, end);
                check(option, name, columns);
                parts.add(new Part(false, literal.toString()));
                parts.add(new Part(true, name));
                literal.setLength(0);
                at = end;
            } else if (c == '}') {
                throw new ValidationException(
                        "Option '%s' of connector 'alert' has a '}' without a '{'; a brace itself is written '}}'"
                                .formatted(option));
            } else {
                literal.append(c);
            }
        }
        parts.add(new Part(false, literal.toString()));
        return new TextTemplate(parts);
    }

    private static void check(String option, String name, List<String> columns) {
        if (!columns.contains(name)) {
            throw new ValidationException(
                    "Option '%s' of connector 'alert' has no column between '{' and '}': there are %s; a brace itself is written '{{'"
                            .formatted(option, columns));
        }
    }

    /** Returns the text for a row, whose values pass through {@code escape}. */
    String render(JsonNode row, UnaryOperator<String> escape) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.column() ? escape.apply(value(row.path(part.text()))) : part.text());
        }
        return text.toString();
    }

    /** Tells whether the text is the same for every row. */
    boolean isConstant() {
        return parts.stream().noneMatch(Part::column);
    }

    private static String value(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return NULL;
        }
        return value.isTextual() ? value.textValue() : JsonText.write(value);
    }
}
