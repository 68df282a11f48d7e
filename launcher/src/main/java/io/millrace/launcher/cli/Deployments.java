package io.millrace.launcher.cli;

import io.millrace.catalog.dependency.PipelineGraph;
import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.compile.FlinkStatementAnalyzer;
import io.millrace.launcher.deploy.DeployOrder;
import io.millrace.launcher.deploy.Deployer;
import io.millrace.launcher.deploy.Outcome;
import io.millrace.launcher.deploy.PipelineChange;
import io.millrace.launcher.release.ReleaseStoreException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Carries out changes and prints how each ended; what a failed one feeds is left as it is. */
final class Deployments {

    private final Console console;
    private final ClusterProject cluster;
    private final Set<String> held = new HashSet<>();
    private int exitCode = ExitCode.DONE;

    Deployments(Console console, ClusterProject cluster) {
        this.console = console;
        this.cluster = cluster;
    }

    int carryOut(List<PipelineChange> changes, Deployer deployer)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        List<PipelineChange> actions =
                changes.stream().filter(PipelineChange::isAction).toList();
        for (PipelineChange change : ordered(actions)) {
            if (held.contains(change.pipeline())) {
                console.err()
                        .println("millrace: '" + change.pipeline()
                                + "' is left as it is: it reads from one that failed");
            } else {
                print(outcome(change, deployer));
            }
        }
        if (actions.isEmpty()) {
            console.out().println("nothing to do: " + ChangeReport.summary(changes));
        }
        console.out().flush();
        return exitCode;
    }

    /** Those that write before those that read; one alone needs no look at what it reads. */
    private List<PipelineChange> ordered(List<PipelineChange> actions) {
        if (actions.size() < 2) {
            return actions;
        }
        Map<String, PipelineChange> byName = new LinkedHashMap<>();
        actions.forEach(change -> byName.put(change.pipeline(), change));
        return DeployOrder.of(byName.keySet(), cluster.catalog().graph(new FlinkStatementAnalyzer())).stream()
                .map(byName::get)
                .toList();
    }

    private Outcome outcome(PipelineChange change, Deployer deployer)
            throws ReleaseStoreException, ClusterException, InterruptedException {
        try {
            return deployer.deploy(change);
        } catch (ClusterException e) {
            if (!e.isUnfinished()) {
                throw e;
            }
            return new Outcome(change.pipeline(), Outcome.Result.FAILED, e.getMessage());
        }
    }

    private void print(Outcome outcome) {
        String message = cluster.redaction().redact(outcome.message());
        switch (outcome.result()) {
            case DONE, IDLE -> console.out().println(outcome.pipeline() + "  " + message);
            case LOCKED -> failed(outcome, message, ExitCode.LOCKED);
            default -> failed(outcome, message, ExitCode.JOB_FAILED);
        }
        console.out().flush();
    }

    private void failed(Outcome outcome, String message, int code) {
        console.err().println("millrace: '" + outcome.pipeline() + "': " + message);
        exitCode = Math.max(exitCode, code);
        PipelineGraph graph = cluster.catalog().graph(new FlinkStatementAnalyzer());
        held.addAll(graph.allDownstreamOf(outcome.pipeline()));
    }
}
