package io.millrace.launcher.deploy;

import io.millrace.catalog.dependency.PipelineGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The order in which pipelines are deployed: those that write before those that read. */
public final class DeployOrder {

    private final PipelineGraph graph;
    private final Set<String> placed = new LinkedHashSet<>();

    private DeployOrder(PipelineGraph graph) {
        this.graph = graph;
    }

    /** Some pipelines in that order; those that feed each other in a circle in any. */
    public static List<String> of(Collection<String> pipelines, PipelineGraph graph) {
        DeployOrder order = new DeployOrder(graph);
        List<String> reversed = new ArrayList<>(pipelines);
        Set<String> open = new LinkedHashSet<>();
        for (int i = reversed.size() - 1; i >= 0; i--) {
            order.place(reversed.get(i), pipelines, open);
        }
        List<String> placed = new ArrayList<>(order.placed);
        Collections.reverse(placed);
        return List.copyOf(placed);
    }

    /** Behind everything that it feeds, seen from the end. */
    private void place(String pipeline, Collection<String> pipelines, Set<String> open) {
        if (placed.contains(pipeline) || !open.add(pipeline)) {
            return;
        }
        graph.readersOf(pipeline).stream()
                .filter(pipelines::contains)
                .forEach(reader -> place(reader, pipelines, open));
        placed.add(pipeline);
    }
}
