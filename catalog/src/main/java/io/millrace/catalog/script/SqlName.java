package io.millrace.catalog.script;

import java.util.ArrayList;
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

    /** The same name with another last part. */
    public SqlName withSimple(String simple) {
        List<String> renamed = new ArrayList<>(parts.subList(0, parts.size() - 1));
        renamed.add(simple);
        return new SqlName(List.copyOf(renamed), start);
    }
}
