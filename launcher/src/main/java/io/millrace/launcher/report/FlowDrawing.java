package io.millrace.launcher.report;

import io.millrace.catalog.dependency.FlowGraph;
import io.millrace.catalog.dependency.FlowGraph.Kind;
import io.millrace.catalog.dependency.FlowGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The forms in which pipelines and the tables between them are drawn; the same graph always gives the same text. */
public enum FlowDrawing {

    /** A tree that follows the rows; pipelines stand in brackets, connectors in parentheses. */
    TEXT {
        @Override
        public String of(FlowGraph graph) {
            return FlowTree.of(graph);
        }
    },

    /** {@code nodes} and {@code edges}. */
    JSON {
        @Override
        public String of(FlowGraph graph) {
            List<Map<String, String>> edges = new ArrayList<>();
            for (Node from : graph.nodes()) {
                graph.next(from).forEach(to -> {
                    Map<String, String> edge = new LinkedHashMap<>();
                    edge.put("from", id(from));
                    edge.put("to", id(to));
                    edges.add(edge);
                });
            }
            Map<String, Object> data = new LinkedHashMap<>();
            data.put(
                    "nodes",
                    graph.nodes().stream().map(node -> data(node, graph)).toList());
            data.put("edges", edges);
            return JsonText.of(data) + "\n";
        }
    },

    /** A flowchart that GitHub, GitLab and others draw in Markdown. */
    MERMAID {
        @Override
        public String of(FlowGraph graph) {
            Map<Node, String> ids = new HashMap<>();
            StringBuilder text = new StringBuilder("flowchart LR\n");
            for (Node node : graph.nodes()) {
                String id = (node.kind() == Kind.TABLE ? "t" : "p") + ids.size();
                ids.put(node, id);
                text.append("  ").append(id).append(shape(node, graph)).append('\n');
            }
            for (Node from : graph.nodes()) {
                graph.next(from).forEach(to -> text.append("  ")
                        .append(ids.get(from))
                        .append(" --> ")
                        .append(ids.get(to))
                        .append('\n'));
            }
            return text.toString();
        }
    };

    /** The drawing as a text that ends with a line break, or is empty. */
    public abstract String of(FlowGraph graph);

    private static Map<String, String> data(Node node, FlowGraph graph) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("id", id(node));
        data.put("kind", kind(node));
        data.put("name", node.name());
        if (node.kind() == Kind.TABLE) {
            String connector = graph.connector(node.name());
            data.put("connector", connector.isEmpty() ? null : connector);
            data.put("role", !graph.isFed(node) ? "source" : graph.next(node).isEmpty() ? "sink" : "between");
        }
        return data;
    }

    private static String id(Node node) {
        return kind(node) + ":" + node.name();
    }

    private static String kind(Node node) {
        return node.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String shape(Node node, FlowGraph graph) {
        if (node.kind() == Kind.PIPELINE) {
            return "[\"" + escaped(node.name()) + "\"]";
        }
        String connector = graph.connector(node.name());
        return "[(\"" + escaped(node.name()) + (connector.isEmpty() ? "" : "<br/>" + escaped(connector)) + "\")]";
    }

    /** Mermaid takes numbers of characters for those that would end a label or be markup in it. */
    private static String escaped(String label) {
        StringBuilder text = new StringBuilder();
        label.codePoints().forEach(c -> {
            if ("\"#<>&`\\;*".indexOf(c) >= 0 || Character.isISOControl(c)) {
                text.append('#').append(c).append(';');
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
