package io.millrace.catalog.reader;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the values of one mapping by its key table; unknown, missing and ill-typed keys are reported. */
final class MappingReader {

    private final YamlNode.Mapping mapping;
    private final DiagnosticCollector problems;

    private MappingReader(YamlNode.Mapping mapping, DiagnosticCollector problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /** Opens a node as a mapping; empty, with a report, when it is none. */
    static Optional<MappingReader> open(YamlNode node, KeyTable keys, DiagnosticCollector problems) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            problems.error(
                    DiagnosticCode.WRONG_TYPE,
                    node.location(),
                    keys.owner() + " must be a mapping, this is " + node.kind());
            return Optional.empty();
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (keys.key(entry.key().text()).isEmpty()) {
                reportUnknown(entry.key(), keys, problems);
            }
        }
        for (KeyTable.Key key : keys.keys()) {
            if (key.required() && mapping.get(key.name()).isEmpty()) {
                problems.error(
                        DiagnosticCode.MISSING_KEY,
                        mapping.location(),
                        keys.owner() + " needs the key '" + key.name() + "'",
                        key.name() + ": " + key.description());
            }
        }
        return Optional.of(new MappingReader(mapping, problems));
    }

    SourceLocation location() {
        return mapping.location();
    }

    Optional<YamlNode> node(String key) {
        return mapping.get(key);
    }

    /** A single value. */
    Optional<Located<String>> text(String key) {
        return node(key).flatMap(node -> text(key, node));
    }

    /** A list of single values; one value alone counts as a list of one. */
    List<Located<String>> texts(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> text("an item of " + key, item).stream())
                    .toList();
        }
        return scalar(key, "a list", node.get(), problems).map(List::of).orElse(List.of());
    }

    /** A mapping whose keys are the user's own; each value is read by a function that may find it wrong. */
    <T> Map<String, T> entries(String key, Function<YamlNode.Entry, Optional<T>> value) {
        return node(key).map(node -> entries(key, node, value)).orElse(Map.of());
    }

    <T> Map<String, T> entries(String owner, YamlNode node, Function<YamlNode.Entry, Optional<T>> value) {
        Map<String, T> result = new LinkedHashMap<>();
        if (node instanceof YamlNode.Mapping entries) {
            for (YamlNode.Entry entry : entries.entries()) {
                value.apply(entry).ifPresent(found -> result.put(entry.key().text(), found));
            }
        } else {
            problems.error(
                    DiagnosticCode.WRONG_TYPE, node.location(), owner + " must be a mapping, this is " + node.kind());
        }
        return result;
    }

    /** A node as a single value; anything else is reported. */
    Optional<Located<String>> text(String owner, YamlNode node) {
        return text(owner, node, problems);
    }

    static Optional<Located<String>> text(String owner, YamlNode node, DiagnosticCollector problems) {
        return scalar(owner, "a single value", node, problems);
    }

    private static Optional<Located<String>> scalar(
            String owner, String expected, YamlNode node, DiagnosticCollector problems) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.absent()) {
            return Optional.of(new Located<>(scalar.text(), scalar.location()));
        }
        problems.error(
                DiagnosticCode.WRONG_TYPE,
                node.location(),
                owner + " must be " + expected + ", this is " + node.kind());
        return Optional.empty();
    }

    /** A value out of a fixed set of words. */
    <T> Optional<T> choice(String key, Map<String, T> choices) {
        Optional<Located<String>> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        T chosen = choices.get(text.get().value());
        if (chosen == null) {
            String known = String.join(", ", new TreeSet<>(choices.keySet()));
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    text.get().location(),
                    key + " cannot be '" + text.get().value() + "'",
                    "one of: " + known);
        }
        return Optional.ofNullable(chosen);
    }

    private static void reportUnknown(YamlNode.Scalar key, KeyTable keys, DiagnosticCollector problems) {
        String message = keys.owner() + " has no key '" + key.text() + "'";
        problems.error(DiagnosticCode.UNKNOWN_KEY, key.location(), message, NearestName.hint(key.text(), keys.names()));
    }
}
