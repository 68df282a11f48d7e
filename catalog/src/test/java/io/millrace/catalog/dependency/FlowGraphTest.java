package io.millrace.catalog.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.dependency.FlowGraph.Kind;
import io.millrace.catalog.dependency.FlowGraph.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FlowGraphTest {

    private final Map<String, TableFlow> flows = new HashMap<>();

    @Test
    void rowsGoFromTablesThroughPipelinesToTables() {
        flows.put("etl", new TableFlow(Set.of("binlog"), Set.of("layer", "events")));
        flows.put("report", new TableFlow(Set.of("layer"), Set.of("out")));
        FlowGraph graph = FlowGraph.of(flows);
        assertThat(graph.nodes())
                .containsExactly(
                        table("binlog"),
                        pipeline("etl"),
                        table("events"),
                        table("layer"),
                        table("out"),
                        pipeline("report"));
        assertThat(graph.next(pipeline("etl"))).containsExactly(table("events"), table("layer"));
        assertThat(graph.next(table("layer"))).containsExactly(pipeline("report"));
        assertThat(graph.isFed(table("layer"))).isTrue();
        assertThat(graph.roots()).containsExactly(table("binlog"));
    }

    @Test
    void aCircleThatNothingFeedsIsEnteredAtItsFirstName() {
        flows.put("p", new TableFlow(Set.of("b"), Set.of("a")));
        flows.put("q", new TableFlow(Set.of("a"), Set.of("b")));
        flows.put("self", new TableFlow(Set.of("z"), Set.of("z")));
        assertThat(FlowGraph.of(flows).roots()).containsExactly(table("a"), pipeline("self"));
    }

    @Test
    void aPipelineAndATableOfOneNameAreTwoNodes() {
        flows.put("x", new TableFlow(Set.of(), Set.of("x")));
        FlowGraph graph = FlowGraph.of(flows);
        assertThat(graph.nodes()).containsExactly(table("x"), pipeline("x"));
        assertThat(graph.roots()).containsExactly(pipeline("x"));
    }

    private static Node table(String name) {
        return new Node(Kind.TABLE, name);
    }

    private static Node pipeline(String name) {
        return new Node(Kind.PIPELINE, name);
    }
}
