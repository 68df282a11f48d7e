package io.millrace.catalog.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PipelineGraphTest {

    private final Map<String, TableFlow> flows = new LinkedHashMap<>();

    @Test
    void whoReadsWhatAPipelineWritesIsDownstreamOfIt() {
        add("report", Set.of("layer"), Set.of("out"));
        add("etl", Set.of("binlog"), Set.of("layer", "events"));
        add("archive", Set.of("events"), Set.of("files"));
        add("daily", Set.of("files"), Set.of("out"));
        PipelineGraph graph = PipelineGraph.of(flows);
        assertThat(graph.readersOf("etl")).containsExactly("archive", "report");
        assertThat(graph.allDownstreamOf("etl")).containsExactlyInAnyOrder("archive", "report", "daily");
        assertThat(graph.cycles()).isEmpty();
    }

    @Test
    void aCircleIsNamedOnceAsAPath() {
        add("a", Set.of("z"), Set.of("x"));
        add("b", Set.of("x"), Set.of("y"));
        add("c", Set.of("y"), Set.of("z"));
        add("d", Set.of("y"), Set.of("w"));
        PipelineGraph graph = PipelineGraph.of(flows);
        assertThat(graph.cycles()).containsExactly(List.of("a", "b", "c", "a"));
        assertThat(graph.allDownstreamOf("a")).containsExactlyInAnyOrder("b", "c", "d");
    }

    @Test
    void aPipelineThatReadsWhatItWritesIsNoCircle() {
        add("a", Set.of("x"), Set.of("x"));
        assertThat(PipelineGraph.of(flows).cycles()).isEmpty();
    }

    private void add(String name, Set<String> reads, Set<String> writes) {
        flows.put(name, new TableFlow(reads, writes));
    }
}
