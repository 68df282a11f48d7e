package io.millrace.launcher.report;

import io.millrace.catalog.dependency.FlowGraph;
import io.millrace.catalog.dependency.FlowGraph.Kind;
import io.millrace.catalog.dependency.FlowGraph.Node;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** A graph of flows as trees that start where rows enter; what was drawn once is only named again. */
final class FlowTree {

    private final FlowGraph graph;
    private final Set<Node> drawn = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    private FlowTree(FlowGraph graph) {
        this.graph = graph;
    }

    static String of(FlowGraph graph) {
        FlowTree tree = new FlowTree(graph);
        graph.roots().forEach(root -> tree.draw(root, "", ""));
        return tree.text.toString();
    }

    /**
     * Draws a node and what follows it.
     *
     * @param stem stands before the node itself
     * @param margin stands before the lines below it
     */
    private void draw(Node node, String stem, String margin) {
        boolean again = !drawn.add(node) && !graph.next(node).isEmpty();
        text.append(stem)
                .append(label(node))
                .append(again ? " (see above)" : "")
                .append('\n');
        if (again) {
            return;
        }
        for (Iterator<Node> next = graph.next(node).iterator(); next.hasNext(); ) {
            Node child = next.next();
            boolean more = next.hasNext();
            draw(child, margin + (more ? "├─ " : "└─ "), margin + (more ? "│  " : "   "));
        }
    }

    private String label(Node node) {
        if (node.kind() == Kind.PIPELINE) {
            return "[" + node.name() + "]";
        }
        String connector = graph.connector(node.name());
        return connector.isEmpty() ? node.name() : node.name() + " (" + connector + ")";
    }
}
