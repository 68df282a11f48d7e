package io.millrace.catalog.dependency;

import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.StatementAnalyzer;
import io.millrace.catalog.script.DeclaredOptions;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.StatementKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Pipelines and the tables through which rows flow into them, between them and out of them; may hold circles. */
public final class FlowGraph {

    /** What a node stands for. */
    public enum Kind {
        TABLE,
        PIPELINE
    }

    /** A pipeline, or a table by its name as written. */
    public record Node(Kind kind, String name) implements Comparable<Node> {

        @Override
        public int compareTo(Node other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : kind.compareTo(other.kind);
        }
    }

    private final SortedMap<Node, SortedSet<Node>> next = new TreeMap<>();
    private final SortedSet<Node> fed = new TreeSet<>();
    private final SortedMap<String, String> connectors = new TreeMap<>();

    private FlowGraph() {}

    /** The graph of some programs; what does not parse reads nothing. */
    public static FlowGraph of(Collection<PipelineProgram> programs, StatementAnalyzer analyzer) {
        FlowGraph graph = new FlowGraph();
        TableFlowReader reader = new TableFlowReader(analyzer);
        for (PipelineProgram program : programs) {
            graph.add(program.pipeline(), reader.read(program));
            program.objects().forEach(object -> graph.addConnector(program, object));
        }
        return graph;
    }

    /** The graph of what each pipeline reads and writes, by its name. */
    static FlowGraph of(Map<String, TableFlow> flows) {
        FlowGraph graph = new FlowGraph();
        flows.forEach(graph::add);
        return graph;
    }

    /** All nodes by name. */
    public Collection<Node> nodes() {
        return next.keySet();
    }

    /** Where rows go from a node, by name. */
    public SortedSet<Node> next(Node node) {
        return next.get(node);
    }

    /** Whether rows come to a node from another one; those of a table that none feeds come from outside. */
    public boolean isFed(Node node) {
        return fed.contains(node);
    }

    /** The connector of a table, with secrets as placeholders; empty where none is declared. */
    public String connector(String table) {
        return connectors.getOrDefault(table, "");
    }

    /** Nodes to start drawing at, so that each node is reached: those that none feeds, and one of each circle left. */
    public List<Node> roots() {
        SortedSet<Node> reached = new TreeSet<>();
        List<Node> roots = new ArrayList<>(
                next.keySet().stream().filter(node -> !isFed(node)).toList());
        roots.forEach(root -> reach(root, reached));
        for (Node node : next.keySet()) {
            if (!reached.contains(node)) {
                roots.add(node);
                reach(node, reached);
            }
        }
        return List.copyOf(roots);
    }

    private void reach(Node start, SortedSet<Node> reached) {
        Deque<Node> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (reached.add(node)) {
                open.addAll(next(node));
            }
        }
    }

    private void add(String name, TableFlow flow) {
        Node pipeline = node(Kind.PIPELINE, name);
        flow.reads().forEach(table -> connect(node(Kind.TABLE, table), pipeline));
        flow.writes().forEach(table -> connect(pipeline, node(Kind.TABLE, table)));
    }

    private Node node(Kind kind, String name) {
        Node node = new Node(kind, name);
        next.computeIfAbsent(node, key -> new TreeSet<>());
        return node;
    }

    private void connect(Node from, Node to) {
        next.get(from).add(to);
        fed.add(to);
    }

    private void addConnector(PipelineProgram program, EditedText object) {
        if (object.statement().kind() == StatementKind.CREATE_TABLE) {
            String name = program.checked(
                    object.statement().name().map(SqlName::qualified).orElse(""));
            DeclaredOptions.of(object)
                    .value("connector")
                    .ifPresent(connector -> connectors.putIfAbsent(name, connector));
        }
    }
}
