package io.millrace.launcher.deploy;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.cluster.ManagedJob;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.deploy.Outcome.Result;
import io.millrace.launcher.release.PipelineLock;
import io.millrace.launcher.release.ReleaseStoreException;
import java.util.List;
import java.util.Optional;

/** Carries out what was planned, one pipeline after the other. */
public final class Deployer {

    private final DeploySettings settings;
    private final ProgramCompiler compiler;
    private final ChangePlanner planner;

    public Deployer(DeploySettings settings, ProgramCompiler compiler, ChangePlanner planner) {
        this.settings = settings;
        this.compiler = compiler;
        this.planner = planner;
    }

    /**
     * Makes one change. It is planned anew where the cluster is not as it was, since someone else may have been faster.
     *
     * @param change one that is allowed
     */
    public Outcome deploy(PipelineChange change) throws ClusterException, ReleaseStoreException, InterruptedException {
        Optional<PipelineLock> lock = settings.target().store().lock(change.pipeline());
        if (lock.isEmpty()) {
            return new Outcome(change.pipeline(), Result.LOCKED, "someone else is deploying it");
        }
        try {
            return deployAlone(change);
        } finally {
            lock.get().close();
        }
    }

    private Outcome deployAlone(PipelineChange planned)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        PipelineChange change = again(planned);
        if (!change.isAction()) {
            return new Outcome(change.pipeline(), Result.IDLE, "it runs already");
        }
        if (change.obstacle().isPresent() || !settings.allows(change)) {
            return new Outcome(
                    change.pipeline(),
                    Result.FAILED,
                    change.obstacle().orElse("it has changed on the cluster since it was planned; plan again"));
        }
        return carryOut(change);
    }

    private Outcome carryOut(PipelineChange change)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        List<ManagedJob> jobs = planner.jobs();
        ReleaseLog log = new ReleaseLog(settings, change.pipeline(), jobs);
        return change.isBatch()
                ? new BatchRun(settings, compiler, change, log).run()
                : new Deployment(settings, change, log).run();
    }

    /** The change as it is now that nobody else can make it. */
    private PipelineChange again(PipelineChange change)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        DiagnosticCollector known = new DiagnosticCollector();
        return planner.isCurrent(change)
                ? change
                : planner.plan(List.of(change.program().orElseThrow()), planner.jobs(), known)
                        .get(0);
    }
}
