package io.millrace.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.launcher.state.EditCluster.SecondHalf;
import io.millrace.launcher.state.EditCluster.Stopped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds every verdict against what Flink does with a savepoint that the plan before the edit has left. */
class StateEditsIT {

    private static final Path REPORT = Path.of("target/state-edits.md");

    @TempDir
    Path savepoints;

    private final Map<String, DeployablePlan> running = new HashMap<>();
    private final Map<String, Stopped> stopped = new HashMap<>();

    @Test
    void whatIsCalledCompatibleGoesOnAsIfItHadRunFromTheStart() throws Exception {
        List<EditOutcome> outcomes = new ArrayList<>();
        SoftAssertions softly = new SoftAssertions();
        try (EditCluster cluster = new EditCluster(savepoints)) {
            for (EditCase edit : EditCase.all()) {
                EditOutcome outcome = outcome(cluster, edit, softly);
                outcomes.add(outcome);
                if (!outcome.isForced()) {
                    softly.assertThat(outcome.failure()).as(edit.name()).isEmpty();
                    softly.assertThat(outcome.differing())
                            .as(edit.name())
                            .doesNotContainAnyElementsOf(orNothing(outcome.promised()));
                }
            }
        }
        report(outcomes);
        softly.assertAll();
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(30);
    }

    private EditOutcome outcome(EditCluster cluster, EditCase edit, SoftAssertions softly) throws Exception {
        Stopped before = stopHalfway(cluster, edit.before());
        EditSession session = new EditSession(edit.after());
        StatePlan plan = StateComparison.compare(running.get(edit.before()), session.compile(), 0);
        checkSaved(before, plan, session, edit, softly);
        EditOutcome judged = new EditOutcome(edit.name(), plan, Optional.empty(), Set.of());
        String json = judged.isForced() ? forced(plan) : plan.json();
        SecondHalf restored =
                cluster.restore(session, json, before.savepoint(), plan.verdict() != StateVerdict.COMPATIBLE);
        if (restored.failure().isPresent()) {
            return new EditOutcome(edit.name(), plan, restored.failure(), Set.of());
        }
        SecondHalf whole = cluster.runThrough(session, json);
        if (!judged.isForced()) {
            for (String sink : judged.promised()) {
                softly.assertThat(restored.counts().get(sink))
                        .as("the rows that the sink %s of %s has counted", sink, edit.name())
                        .isEqualTo(expectedCount(before, restored, sink));
            }
        }
        return new EditOutcome(edit.name(), plan, restored.failure(), differing(restored, whole));
    }

    /** The savepoint agrees with a plan that carries everything, and not with one whose operators have other ids. */
    private static void checkSaved(
            Stopped before, StatePlan plan, EditSession session, EditCase edit, SoftAssertions softly) {
        if (plan.verdict() != StateVerdict.COMPATIBLE) {
            return;
        }
        SavedOperators saved = SavedOperators.read(before.savepoint()).orElseThrow();
        softly.assertThat(saved.bytes()).as(edit.name()).isNotEmpty();
        softly.assertThat(saved.check(plan, session.job(plan.json())))
                .as(edit.name())
                .isSameAs(plan);
        StatePlan other =
                StateComparison.first(new DeployablePlan(plan.json(), Map.of(), Map.of()), plan.highestId() + 1);
        softly.assertThat(saved.check(other, session.job(other.json())).verdict())
                .as(edit.name())
                .isEqualTo(StateVerdict.UNKNOWN);
    }

    private Stopped stopHalfway(EditCluster cluster, String sql) throws Exception {
        Stopped known = stopped.get(sql);
        if (known != null) {
            return known;
        }
        EditSession session = new EditSession(sql);
        DeployablePlan compiled = session.compile();
        StatePlan first = StateComparison.first(compiled, 0);
        Stopped now = cluster.stopHalfway(session, first.json());
        running.put(sql, new DeployablePlan(first.json(), compiled.tableOptions(), compiled.settings()));
        stopped.put(sql, now);
        return now;
    }

    /** A sink that lost its state counts from 0. */
    private static long expectedCount(Stopped before, SecondHalf restored, String sink) {
        return before.counts().getOrDefault(sink, 0L)
                + restored.written().getOrDefault(sink, List.of()).size();
    }

    private static Set<String> differing(SecondHalf restored, SecondHalf whole) {
        Set<String> sinks = new TreeSet<>(restored.written().keySet());
        sinks.addAll(whole.written().keySet());
        sinks.removeIf(sink -> Changes.net(restored.written().getOrDefault(sink, List.of()))
                .equals(Changes.net(whole.written().getOrDefault(sink, List.of()))));
        return sinks;
    }

    /** The plan with every old id that an operator could have had. */
    private static String forced(StatePlan plan) {
        PlanGraph graph = PlanGraph.parse(plan.json());
        Map<Integer, Integer> ids = new HashMap<>();
        plan.operators().stream()
                .filter(operator ->
                        operator.oldId().isPresent() && operator.newId().isPresent())
                .forEach(operator ->
                        ids.put(operator.newId().getAsInt(), operator.oldId().getAsInt()));
        return new PlanRewriter(graph, ids, plan.highestId()).rewrite(graph);
    }

    private static Set<String> orNothing(Set<String> sinks) {
        return sinks.isEmpty() ? Set.of("no sink of this name") : sinks;
    }

    private static void report(List<EditOutcome> outcomes) throws Exception {
        List<String> lines = new ArrayList<>(List.of("| edit | verdict | what Flink did |", "| --- | --- | --- |"));
        outcomes.forEach(outcome -> lines.add(outcome.line()));
        long unknown = outcomes.stream()
                .filter(outcome -> outcome.plan().verdict() == StateVerdict.UNKNOWN)
                .count();
        lines.add("");
        lines.add("Unknown: %d of %d edits.".formatted(unknown, outcomes.size()));
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, lines);
        System.out.println(String.join(System.lineSeparator(), lines));
    }
}
