package io.millrace.connectors.eas;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.table.api.ValidationException;

/** Reads the options {@code request.COLUMN.path} and {@code response.COLUMN.path}. */
final class PathOptions {

    static final String REQUEST = "request.";
    static final String RESPONSE = "response.";
    private static final String SUFFIX = ".path";

    private PathOptions() {}

    /**
     * Returns the JSON pointers by column.
     *
     * @param prefix {@link #REQUEST} or {@link #RESPONSE}
     * @param columns all columns of the table
     */
    static Map<String, String> read(Map<String, String> options, String prefix, List<String> columns) {
        Map<String, String> paths = new TreeMap<>();
        options.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                paths.put(column(key, prefix, columns), pointer(key, value));
            }
        });
        return paths;
    }

    private static String column(String key, String prefix, List<String> columns) {
        String column = key.endsWith(SUFFIX) && key.length() > prefix.length() + SUFFIX.length()
                ? key.substring(prefix.length(), key.length() - SUFFIX.length())
                : "";
        if (!columns.contains(column)) {
            throw new ValidationException(
                    "Unsupported option '%s' of connector 'pai-eas': there is '%s<column>.path', with one of the columns %s"
                            .formatted(key, prefix, columns));
        }
        return column;
    }

    private static String pointer(String key, String value) {
        try {
            if (!value.isEmpty() || key.startsWith(RESPONSE)) {
                return JsonPointer.compile(value).toString();
            }
        } catch (IllegalArgumentException e) {
            // The message below says the same for both cases.
        }
        throw new ValidationException(
                "Option '%s' of connector 'pai-eas' is no JSON pointer (RFC 6901), such as '/inputs/0/%s'"
                        .formatted(key, "age"));
    }
}
