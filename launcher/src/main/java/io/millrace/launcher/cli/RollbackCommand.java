package io.millrace.launcher.cli;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.deploy.ChangePlanner;
import io.millrace.launcher.deploy.DeploySettings;
import io.millrace.launcher.deploy.Deployer;
import io.millrace.launcher.deploy.DeploymentTarget;
import io.millrace.launcher.deploy.PipelineChange;
import io.millrace.launcher.deploy.ReleasedProgram;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseHistory;
import io.millrace.launcher.release.ReleaseStoreException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deploys an earlier release of a pipeline again. */
@Command(
        name = "rollback",
        description = {
            "Deploy an earlier release of a pipeline again, with its SQL, settings and jars, as a new revision.",
            "The state of the running release goes on, as with 'apply', and is refused to be lost in the same way."
        },
        exitCodeList = {
            ExitCodes.STATE_REFUSED,
            ExitCodes.JOB_FAILED,
            ExitCodes.UNREACHABLE,
            ExitCodes.LOCKED,
            ExitCodes.INTERRUPTED
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RollbackCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private DeployOptions options;

    @Parameters(
            index = "0",
            paramLabel = "PIPELINE",
            completionCandidates = PipelineNames.class,
            description = "The pipeline's name.")
    private String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "REVISION",
            description = "As 'history' shows it; else the last one that ran before the newest that ran.")
    private Integer revision;

    RollbackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (ClusterProject cluster = ClusterProject.open(project, console)) {
            DeploymentTarget target = cluster.target();
            Release release = release(new ReleaseHistory(target.store(), name));
            try (ReleasedProgram program = ReleasedProgram.open(release, target.store())) {
                return deploy(cluster, target, release, program);
            }
        } catch (ClusterException | ReleaseStoreException e) {
            throw new CommandFailed(ExitCode.UNREACHABLE, e.getMessage());
        }
    }

    private Release release(ReleaseHistory history) throws ReleaseStoreException {
        if (revision == null) {
            return history.previous()
                    .orElseThrow(() -> new CommandFailed(
                            ExitCode.WRONG_USAGE, "'" + name + "' has no earlier release that ran here"));
        }
        return history.release(revision)
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.WRONG_USAGE,
                        "'" + name + "' has no revision " + revision + " here; 'millrace history " + name
                                + "' lists them"));
    }

    private int deploy(ClusterProject cluster, DeploymentTarget target, Release release, ReleasedProgram released)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        List<PipelineProgram> programs = List.of(released.program());
        ProgramCompiler compiler = released.compiler(cluster.secrets(), cluster.redaction());
        ChangePlanner planner = new ChangePlanner(target, compiler, release.jars());
        DiagnosticCollector problems = new DiagnosticCollector();
        List<PipelineChange> changes = planner.plan(programs, planner.jobs(), problems);
        cluster.require(problems);
        DeploySettings settings = options.settings(cluster, target, programs, released.jars());
        options.requireStarted(changes);
        options.requireAllowed(changes, settings, console);
        return new Deployments(console, cluster).carryOut(changes, new Deployer(settings, compiler, planner));
    }
}
