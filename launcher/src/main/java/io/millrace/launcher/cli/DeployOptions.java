package io.millrace.launcher.cli;

import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.deploy.DeploySettings;
import io.millrace.launcher.deploy.DeploymentTarget;
import io.millrace.launcher.deploy.PipelineChange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How pipelines are deployed. */
final class DeployOptions {

    @Option(
            names = "--allow-state-loss",
            paramLabel = "PIPELINE",
            completionCandidates = PipelineNames.class,
            description = "Deploy it although some of its state does not go on. May be given several times.")
    private Set<String> mayLoseState = new LinkedHashSet<>();

    @Option(
            names = "--fresh",
            paramLabel = "PIPELINE",
            completionCandidates = PipelineNames.class,
            description = "Start it without any state: its sources are read from where their options say.")
    private Set<String> fresh = new LinkedHashSet<>();

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "5min",
            description = "How long each step may take, such as a savepoint (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    DeploySettings settings(
            ClusterProject cluster, DeploymentTarget target, List<PipelineProgram> programs, List<Path> jars) {
        List<String> names = programs.stream().map(PipelineProgram::pipeline).toList();
        Stream.concat(mayLoseState.stream(), fresh.stream())
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    String hint = NearestName.hint(name, names)
                            .map(text -> "; " + text)
                            .orElse("");
                    throw new CommandFailed(
                            ExitCode.WRONG_USAGE, "the pipeline '" + name + "' is not among those to deploy" + hint);
                });
        return cluster.settings(target, jars, patience, mayLoseState, fresh);
    }

    /** Ends the command where a pipeline that runs as it should is to be started without state. */
    void requireStarted(List<PipelineChange> changes) {
        changes.stream()
                .filter(change -> !change.isAction() && fresh.contains(change.pipeline()))
                .findFirst()
                .ifPresent(change -> {
                    throw new CommandFailed(
                            ExitCode.WRONG_USAGE,
                            "'" + change.pipeline()
                                    + "' runs as the catalog has it; stop it before '--fresh' starts it");
                });
    }

    /** Ends the command, with nothing touched, where a change cannot or must not be made. */
    void requireAllowed(List<PipelineChange> changes, DeploySettings settings, Console console) {
        List<PipelineChange> impossible =
                changes.stream().filter(change -> change.obstacle().isPresent()).toList();
        List<PipelineChange> refused = changes.stream()
                .filter(change -> change.isAction() && !settings.allows(change))
                .toList();
        Stream.concat(impossible.stream(), refused.stream())
                .flatMap(change -> ChangeReport.text(change, console.style()).stream())
                .forEach(console.err()::println);
        if (!impossible.isEmpty()) {
            throw new CommandFailed(ExitCode.LOCKED, "nothing was touched: see above");
        }
        if (!refused.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.STATE_REFUSED,
                    "nothing was touched: state would be lost; '--allow-state-loss "
                            + refused.get(0).pipeline() + "' accepts that, '--fresh "
                            + refused.get(0).pipeline() + "' starts without any");
        }
    }
}
