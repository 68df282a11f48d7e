package io.millrace.catalog.yaml;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns SnakeYAML's node graph into located nodes; refuses documents that aliases blow up, and duplicate keys. */
final class NodeConverter {

    /** Without aliases, a document has fewer values than characters. */
    private static final int NODE_LIMIT = 20_000;

    private final SourceText source;
    private final DiagnosticCollector problems;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int limit;
    private int converted;

    NodeConverter(SourceText source, DiagnosticCollector problems) {
        this.source = source;
        this.problems = problems;
        this.limit = Math.max(NODE_LIMIT, source.content().length());
    }

    Optional<YamlNode> convert(Node root) {
        try {
            return Optional.of(node(root));
        } catch (TooComplex e) {
            problems.error(DiagnosticCode.YAML_TOO_COMPLEX, e.location, e.reason, "write the values out instead");
            return Optional.empty();
        }
    }

    private YamlNode node(Node node) {
        SourceLocation location = locate(node);
        if (++converted > limit) {
            throw new TooComplex(location, "aliases make this document larger than " + limit + " values");
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, location);
        }
        if (!open.add(node)) {
            throw new TooComplex(location, "an alias refers to a value that contains it");
        }
        YamlNode result = node instanceof SequenceNode sequence
                ? new YamlNode.Sequence(
                        sequence.getValue().stream().map(this::node).toList(), location)
                : mapping((MappingNode) node, location);
        open.remove(node);
        return result;
    }

    private static YamlNode.Scalar scalar(ScalarNode scalar, SourceLocation location) {
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        return new YamlNode.Scalar(scalar.getValue(), plain && scalar.getTag().equals(Tag.NULL), location);
    }

    private YamlNode mapping(MappingNode mapping, SourceLocation location) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Map<String, SourceLocation> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            SourceLocation keyLocation = locate(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.error(DiagnosticCode.YAML_SYNTAX, keyLocation, "a key must be a single value");
                continue;
            }
            SourceLocation first = seen.putIfAbsent(key.getValue(), keyLocation);
            if (first != null) {
                problems.error(
                        DiagnosticCode.YAML_DUPLICATE_KEY,
                        keyLocation,
                        "the key '" + key.getValue() + "' stands twice in this mapping",
                        "the first one is at line " + first.line() + ", column " + first.column());
                continue;
            }
            entries.add(new YamlNode.Entry(
                    new YamlNode.Scalar(key.getValue(), false, keyLocation), node(tuple.getValueNode())));
        }
        return new YamlNode.Mapping(List.copyOf(entries), location);
    }

    private SourceLocation locate(Node node) {
        return YamlParser.locate(source, node.getStartMark());
    }

    /** Ends the conversion of a document that is refused as a whole. */
    private static final class TooComplex extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SourceLocation location;
        private final String reason;

        TooComplex(SourceLocation location, String reason) {
            super(reason, null, false, false);
            this.location = location;
            this.reason = reason;
        }
    }
}
