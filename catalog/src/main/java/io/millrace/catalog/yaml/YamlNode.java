package io.millrace.catalog.yaml;

import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/** A node of a YAML document that knows where it stands. Values stay text: whoever reads one knows its type. */
public sealed interface YamlNode {

    SourceLocation location();

    /** What kind of node it is, in words for a message. */
    String kind();

    /**
     * A scalar.
     *
     * @param text its value without quotes; never converted by YAML's implicit types
     * @param absent whether nothing (or a plain {@code ~} or {@code null}) was written
     */
    record Scalar(String text, boolean absent, SourceLocation location) implements YamlNode {
        @Override
        public String kind() {
            return absent ? "nothing" : "a value";
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, SourceLocation location) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A mapping; its keys are distinct and stand in the order of the file. */
    record Mapping(List<Entry> entries, SourceLocation location) implements YamlNode {
        @Override
        public String kind() {
            return "a mapping";
        }

        public Optional<YamlNode> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key.text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    /** One key of a mapping with its value. */
    record Entry(Scalar key, YamlNode value) {}
}
