package io.millrace.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.dependency.PipelineGraph;
import io.millrace.catalog.dependency.TableFlow;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DeployOrderTest {

    @Test
    void thoseThatWriteComeBeforeThoseThatRead() {
        assertThat(order("c b a", "a>b", "b>c")).containsExactly("a", "b", "c");
        assertThat(order("sink left right source", "source>left", "source>right", "left>sink", "right>sink"))
                .containsExactlyInAnyOrder("source", "left", "right", "sink")
                .startsWith("source")
                .endsWith("sink");
    }

    @Test
    void thoseThatHaveNothingToDoWithEachOtherStayAsTheyAre() {
        assertThat(order("z a m")).containsExactly("z", "a", "m");
        assertThat(order("z b a m", "a>b")).containsSubsequence("a", "b").containsSubsequence("z", "m");
    }

    @Test
    void thoseThatAreNotChosenAreLeftOut() {
        assertThat(order("b", "a>b", "b>c")).containsExactly("b");
        assertThat(order("")).isEmpty();
    }

    @Test
    void aCircleHasEachOfItsPipelinesOnce() {
        assertThat(order("x y z", "x>y", "y>x", "y>z"))
                .containsExactlyInAnyOrder("x", "y", "z")
                .endsWith("z");
    }

    /** The edges are tables: {@code a>b} is one that a writes and b reads. */
    private static List<String> order(String pipelines, String... edges) {
        List<String> names = pipelines.isEmpty() ? List.of() : List.of(pipelines.split(" ", -1));
        Map<String, TableFlow> flows = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "c", "x", "y", "z", "source", "left", "right", "sink")) {
            flows.put(name, new TableFlow(tables(edges, ">" + name + "$"), tables(edges, "^" + name + ">")));
        }
        return DeployOrder.of(names, PipelineGraph.of(flows));
    }

    private static Set<String> tables(String[] edges, String pattern) {
        return Arrays.stream(edges)
                .filter(edge -> Pattern.compile(pattern).matcher(edge).find())
                .collect(Collectors.toSet());
    }
}
