package io.millrace.catalog.script;

import java.util.List;

/**
 * A possibly qualified name as written in a statement.
 *
 * @param parts one to three parts, unquoted
 * @param start offset of its first character in the file
 */
public record SqlName(List<String> parts, int start) {

    /** The last part, which names the object itself. */
    public String simple() {
        return parts.get(parts.size() - 1);
    }

    /** All parts with dots between them. */
    public String qualified() {
        return String.join(".", parts);
    }
}
