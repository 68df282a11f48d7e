package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.Map;

/**
 * Settings as written in one place.
 *
 * @param options by Flink's option key, short names already translated; in the order of the file
 */
public record Settings(Map<String, Located<String>> options) {
    public static final Settings NONE = new Settings(Map.of());
}
