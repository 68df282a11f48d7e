package io.millrace.catalog.settings;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What <code>${name}</code> stands for in one pipeline and environment.
 *
 * @param values by name
 */
public record Variables(Map<String, String> values) {

    /** These, and {@code pipeline}, which is always defined and which nothing can redefine. */
    public Variables forPipeline(String pipeline) {
        Map<String, String> all = new HashMap<>(values);
        all.put("pipeline", pipeline);
        return new Variables(all);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Collection<String> names() {
        return values.keySet();
    }
}
