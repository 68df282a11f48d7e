package io.millrace.catalog.dependency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which pipeline feeds which: one that inserts into a table comes before those that read it. */
public final class PipelineGraph {

    private final Map<String, Set<String>> downstream;

    private PipelineGraph(Map<String, Set<String>> downstream) {
        this.downstream = downstream;
    }

    /**
     * Builds the graph.
     *
     * @param flows what each pipeline reads and writes, by its name; a pipeline that feeds itself makes no edge
     */
    public static PipelineGraph of(Map<String, TableFlow> flows) {
        Map<String, Set<String>> downstream = new LinkedHashMap<>();
        flows.forEach((writer, written) -> {
            Set<String> readers = new TreeSet<>();
            flows.forEach((reader, read) -> {
                if (!reader.equals(writer) && read.reads().stream().anyMatch(written.writes()::contains)) {
                    readers.add(reader);
                }
            });
            downstream.put(writer, readers);
        });
        return new PipelineGraph(downstream);
    }

    /** The pipelines that read directly what this one writes, in order of name. */
    public Set<String> readersOf(String pipeline) {
        return downstream.getOrDefault(pipeline, Set.of());
    }

    /** Everything downstream of a pipeline, itself left out. */
    public Set<String> allDownstreamOf(String pipeline) {
        Set<String> found = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(readersOf(pipeline));
        while (!open.isEmpty()) {
            String next = open.remove(0);
            if (!next.equals(pipeline) && found.add(next)) {
                open.addAll(readersOf(next));
            }
        }
        return found;
    }

    /** One cycle for each group of pipelines that feed each other, as a path that starts and ends with one name. */
    public List<List<String>> cycles() {
        List<List<String>> cycles = new ArrayList<>();
        Set<String> reported = new LinkedHashSet<>();
        for (String start : downstream.keySet()) {
            if (!reported.contains(start)) {
                pathBack(start, start, new LinkedHashSet<>()).ifPresent(path -> {
                    cycles.add(path);
                    reported.addAll(path);
                });
            }
        }
        return cycles;
    }

    private Optional<List<String>> pathBack(String from, String target, Set<String> visited) {
        for (String next : readersOf(from)) {
            if (next.equals(target)) {
                return Optional.of(new ArrayList<>(List.of(from, target)));
            }
            Optional<List<String>> rest = visited.add(next) ? pathBack(next, target, visited) : Optional.empty();
            if (rest.isPresent()) {
                rest.get().add(0, from);
                return rest;
            }
        }
        return Optional.empty();
    }
}
