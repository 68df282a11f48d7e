package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.deploy.ChangePlanner;
import io.millrace.launcher.deploy.DeploySettings;
import io.millrace.launcher.deploy.Deployer;
import io.millrace.launcher.deploy.DeploymentTarget;
import io.millrace.launcher.deploy.PipelineChange;
import io.millrace.launcher.release.ReleaseStoreException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a cluster run what the catalog has. */
@Command(
        name = "apply",
        description = {
            "Make the environment's cluster run the pipelines as the catalog has them; those that do are not touched.",
            "A changed one is stopped behind a savepoint and goes on from it; where that fails, its old release does.",
            "It can be run again after any interruption. Batch pipelines run to their end."
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
final class ApplyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Mixin
    private DeployOptions options;

    ApplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PipelineCatalog declared = project.load();
        Set<String> names = selected.of(declared);
        try (ClusterProject cluster = ClusterProject.start(project, console, declared, names)) {
            return apply(cluster, cluster.programs(names));
        } catch (ClusterException | ReleaseStoreException e) {
            throw new CommandFailed(ExitCode.UNREACHABLE, e.getMessage());
        }
    }

    private int apply(ClusterProject cluster, List<PipelineProgram> programs)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        DeploymentTarget target = cluster.target();
        ChangePlanner planner = cluster.planner(target);
        DiagnosticCollector problems = new DiagnosticCollector();
        List<PipelineChange> changes = planner.plan(programs, planner.jobs(), problems);
        cluster.require(problems);
        DeploySettings settings = options.settings(cluster, target, programs, cluster.jars());
        options.requireStarted(changes);
        options.requireAllowed(changes, settings, console);
        return new Deployments(console, cluster).carryOut(changes, new Deployer(settings, cluster.compiler(), planner));
    }
}
