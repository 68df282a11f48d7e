package io.millrace.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateComparisonTest {

    private static final String JOIN =
            """
            INSERT INTO named SELECT o.k, u.name, o.v FROM orders AS o JOIN users AS u ON o.id = u.id;
            """;

    @Test
    void operatorsTakeTheIdsUnderWhichTheirStateLies() {
        DeployablePlan running = deployed(JOIN, 40);

        StatePlan next = StateComparison.compare(running, compile(JOIN), 90);

        assertThat(next.verdict()).isEqualTo(StateVerdict.COMPATIBLE);
        assertThat(next.operators()).hasSize(4).allSatisfy(operator -> assertThat(operator.newId())
                .isEqualTo(operator.oldId()));
        assertThat(ids(next.json(), "stream-exec-join_1")).isEqualTo(ids(running.json(), "stream-exec-join_1"));
    }

    @Test
    void allOtherOperatorsGetIdsThatWereNeverUsed() {
        DeployablePlan running = deployed(JOIN, 40);

        StatePlan next = StateComparison.compare(running, compile(JOIN), 90);

        assertThat(ids(next.json(), "stream-exec-exchange_1")).hasSize(2).allMatch(id -> id > 90);
        assertThat(next.highestId())
                .isEqualTo(90 + ids(next.json(), "").size() - next.operators().size());
        assertThat(ids(next.json(), "")).doesNotHaveDuplicates();
    }

    @Test
    void theInputsOfAJoinKeepTheirOrder() {
        DeployablePlan next = compile(JOIN);

        String rewritten = StateComparison.compare(deployed(JOIN, 40), next, 0).json();

        assertThat(edgesByDescription(rewritten)).isEqualTo(edgesByDescription(next.json()));
    }

    @Test
    void everythingIsNewWhereNothingRuns() {
        StatePlan first = StateComparison.first(compile(JOIN), 7);

        assertThat(first.verdict()).isEqualTo(StateVerdict.COMPATIBLE);
        assertThat(first.operators()).extracting(OperatorState::fate).containsOnly(Fate.STARTS_EMPTY);
        assertThat(ids(first.json(), "")).allMatch(id -> id > 7);
    }

    @Test
    void anotherFlinkVersionLeavesEverythingUnknown() {
        DeployablePlan running = deployed(JOIN, 40);
        DeployablePlan older = new DeployablePlan(
                running.json().replace("\"flinkVersion\":\"1.20\"", "\"flinkVersion\":\"1.19\""),
                running.tableOptions(),
                running.settings());

        StatePlan next = StateComparison.compare(older, compile(JOIN), 0);

        assertThat(next.verdict()).isEqualTo(StateVerdict.UNKNOWN);
        assertThat(next.operators())
                .extracting(OperatorState::reason)
                .containsOnly("It was planned by Flink 1.19 and is now by Flink 1.20.");
    }

    @Test
    void tablesOfUnknownOptionsLeaveTheirOperatorsUnknown() {
        DeployablePlan running = deployed(JOIN, 40);
        DeployablePlan bare = new DeployablePlan(running.json(), Map.of(), running.settings());

        StatePlan next = StateComparison.compare(bare, compile(JOIN), 0);

        assertThat(next.verdict()).isEqualTo(StateVerdict.UNKNOWN);
        assertThat(next.operators()).extracting(OperatorState::fate).containsOnly(Fate.UNKNOWN);
    }

    @Test
    void hintsAreNotShown() {
        DeployablePlan next = compile("INSERT INTO plain SELECT id, k, v FROM orders /*+ OPTIONS('topic'='hush') */;");

        assertThat(StateComparison.first(next, 0).operators())
                .extracting(OperatorState::description)
                .allSatisfy(description -> assertThat(description).doesNotContain("hush"));
    }

    @Test
    void whatIsNoPlanIsSaid() {
        DeployablePlan next = compile(JOIN);

        assertThatThrownBy(() -> StateComparison.compare(new DeployablePlan("[]", Map.of(), Map.of()), next, 0))
                .isInstanceOf(UnreadablePlanException.class)
                .hasMessage("it has no nodes and edges");
        assertThatThrownBy(() -> StateComparison.compare(new DeployablePlan("{", Map.of(), Map.of()), next, 0))
                .isInstanceOf(UnreadablePlanException.class)
                .hasMessage("it is not JSON");
    }

    private static DeployablePlan compile(String sql) {
        return new EditSession(sql).compile();
    }

    /** A plan as it was deployed, with ids above the given one. */
    private static DeployablePlan deployed(String sql, int highestId) {
        DeployablePlan plan = compile(sql);
        return new DeployablePlan(StateComparison.first(plan, highestId).json(), plan.tableOptions(), plan.settings());
    }

    private static List<Integer> ids(String plan, String type) {
        List<Integer> ids = new ArrayList<>();
        for (JsonNode node : read(plan).path("nodes")) {
            if (node.path("type").asText().startsWith(type)) {
                ids.add(node.path("id").asInt());
            }
        }
        return ids;
    }

    private static List<String> edgesByDescription(String plan) {
        PlanGraph graph = PlanGraph.parse(plan);
        List<String> edges = new ArrayList<>();
        for (JsonNode edge : graph.json().path("edges")) {
            edges.add(graph.node(edge.path("source").asInt()).description() + " > "
                    + graph.node(edge.path("target").asInt()).description());
        }
        return edges;
    }

    private static JsonNode read(String plan) {
        try {
            return PlanGraph.MAPPER.readTree(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
