package io.millrace.launcher.deploy;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.cluster.SavedState;
import io.millrace.launcher.compile.CompilerThreads;
import io.millrace.launcher.compile.DeployableProgram;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseText;
import io.millrace.launcher.state.DeployablePlan;
import io.millrace.launcher.state.SavedOperators;
import io.millrace.launcher.state.StateComparison;
import io.millrace.launcher.state.StatePlan;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;

/** A program and the plan that was compiled of it. */
public record Candidate(DeployableProgram program, String plan) {

    /**
     * Compiles a streaming program.
     *
     * @param problems receives what Flink finds wrong with it
     * @return empty where there are errors
     */
    static Optional<Candidate> of(ProgramCompiler compiler, PipelineProgram program, DiagnosticCollector problems) {
        return CompilerThreads.call(() -> compiler.deployable(program, problems)
                .flatMap(ready -> ready.compile(problems).map(plan -> new Candidate(ready, plan))));
    }

    /**
     * What becomes of the state of a release when this takes its place.
     *
     * @param saved its newest savepoint or checkpoint, which is looked into where that can be had
     */
    StatePlan after(Release release, String fingerprint, Optional<SavedState> saved) {
        DeployablePlan running = new DeployablePlan(
                release.plan(),
                fingerprints(release.tables()),
                ReleaseText.program(release.pipeline(), release.mode(), release.sql(), "")
                        .settings());
        // The very same program goes on with the very same plan, whatever the ids of a new one.
        DeployablePlan next = release.fingerprint().equals(fingerprint) ? running : own();
        StatePlan plan = StateComparison.compare(running, next, release.highestId());
        return saved.flatMap(state -> SavedOperators.read(state.path()))
                .map(operators -> operators.check(plan, program.job(plan.json(), new Configuration())))
                .orElse(plan);
    }

    /**
     * The plan for a start without state.
     *
     * @param highestId above every id that the pipeline's plans have used
     */
    StatePlan first(int highestId) {
        return StateComparison.first(own(), highestId);
    }

    private DeployablePlan own() {
        return new DeployablePlan(
                plan, fingerprints(program.tableOptions()), program.program().settings());
    }

    private static Map<String, String> fingerprints(Map<String, Map<String, String>> tables) {
        Map<String, String> fingerprints = new TreeMap<>();
        tables.forEach((table, options) -> fingerprints.put(table, new TreeMap<>(options).toString()));
        return fingerprints;
    }
}
