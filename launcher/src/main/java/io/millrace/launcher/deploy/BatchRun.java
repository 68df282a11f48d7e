package io.millrace.launcher.deploy;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.cluster.JobSubmission;
import io.millrace.launcher.cluster.JobWatch;
import io.millrace.launcher.compile.CatalogCompiler;
import io.millrace.launcher.compile.CompiledPipeline;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.deploy.Outcome.Result;
import io.millrace.launcher.release.ReleaseStoreException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.flink.runtime.jobgraph.JobGraph;

/** Runs a batch pipeline on the cluster, to its end. */
final class BatchRun {

    private final DeploySettings settings;
    private final ProgramCompiler compiler;
    private final PipelineChange change;
    private final ReleaseLog log;

    BatchRun(DeploySettings settings, ProgramCompiler compiler, PipelineChange change, ReleaseLog log) {
        this.settings = settings;
        this.compiler = compiler;
        this.change = change;
        this.log = log;
    }

    Outcome run() throws ClusterException, ReleaseStoreException, InterruptedException {
        // Whoever started it was interrupted; the job goes on.
        return change.jobs().isEmpty()
                ? start()
                : watch(log.begun(change.jobs().get(0).job().id()));
    }

    private Outcome start() throws ClusterException, ReleaseStoreException, InterruptedException {
        DiagnosticCollector problems = new DiagnosticCollector();
        Optional<CompiledPipeline> compiled = new CatalogCompiler(compiler)
                .compile(List.of(change.program().orElseThrow()), problems).stream()
                        .findFirst();
        if (compiled.isEmpty()) {
            return failed(problems.sorted().stream().map(Diagnostic::message).collect(Collectors.joining("; ")));
        }
        Optional<StartedRelease> interrupted = log.interrupted(change, Optional.empty());
        StartedRelease start =
                interrupted.isPresent() ? interrupted.get() : log.start(log.release(change, false), Optional.empty());
        JobGraph job = JobFactory.batch(compiled.get(), start.jobId(), start.parameters(settings.target()));
        settings.listener()
                .step(change.pipeline(), "starting revision " + start.release().revision());
        new JobSubmission(settings.target().rest(), settings.patience())
                .submit(
                        job,
                        JobJars.of(
                                settings.jars(),
                                compiled.get().tableOptions(),
                                compiled.get().classLoader()));
        settings.listener().step(change.pipeline(), "submitted as job " + start.jobId());
        return watch(start);
    }

    private Outcome watch(StartedRelease start) throws ClusterException, InterruptedException {
        Optional<String> failure =
                new JobWatch(settings.target().rest(), start.jobId(), settings.patience()).finished();
        if (failure.isPresent()) {
            log.failed(start, Optional.empty(), failure.get());
            return failed(failure.get());
        }
        log.finished(start);
        return new Outcome(
                change.pipeline(), Result.DONE, "revision " + start.release().revision() + " has run to its end");
    }

    private Outcome failed(String reason) {
        return new Outcome(change.pipeline(), Result.FAILED, "it failed: " + reason);
    }
}
