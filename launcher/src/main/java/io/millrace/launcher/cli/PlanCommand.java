package io.millrace.launcher.cli;

import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.cluster.ManagedJob;
import io.millrace.launcher.deploy.ChangePlanner;
import io.millrace.launcher.deploy.PipelineChange;
import io.millrace.launcher.deploy.PipelineChange.Kind;
import io.millrace.launcher.release.ReleaseStoreException;
import io.millrace.launcher.report.JsonText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what applying the catalog would do. */
@Command(
        name = "plan",
        description = {
            "Compare pipelines with what runs on the environment's cluster, and say what 'apply' would do; touch nothing.",
            "For each that changed: the difference of its SQL, and what becomes of the state of its operators."
        },
        exitCodeList = {ExitCodes.CHANGES, ExitCodes.UNREACHABLE, ExitCodes.INTERRUPTED},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PlanCommand implements Callable<Integer> {

    /** How a plan is printed. */
    enum Format {
        TEXT,
        JSON,
        MARKDOWN
    }

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(
            names = "--format",
            paramLabel = "text|json|markdown",
            defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--detailed-exit-code", description = "Exit with 4 where 'apply' would do something, or could not.")
    private boolean detailed;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (ClusterProject cluster = ClusterProject.open(project, console)) {
            Set<String> names = selected.of(cluster.catalog());
            DiagnosticCollector problems = new DiagnosticCollector();
            ChangePlanner planner = cluster.planner(cluster.target());
            List<ManagedJob> jobs = planner.jobs();
            List<PipelineChange> changes = new ArrayList<>(planner.plan(cluster.programs(names), jobs, problems));
            if (selected.isEmpty()) {
                changes.addAll(planner.others(
                        jobs,
                        cluster.catalog().pipelines().stream()
                                .map(PipelineDescriptor::name)
                                .map(name -> name.value())
                                .toList()));
            }
            cluster.require(problems);
            print(changes);
            boolean any = changes.stream()
                    .anyMatch(change -> change.isAction() || change.obstacle().isPresent());
            return detailed && any ? ExitCode.CHANGES : ExitCode.DONE;
        } catch (ClusterException | ReleaseStoreException e) {
            throw new CommandFailed(ExitCode.UNREACHABLE, e.getMessage());
        }
    }

    private void print(List<PipelineChange> changes) {
        switch (format) {
            case JSON ->
                console.out()
                        .println(JsonText.of(
                                changes.stream().map(ChangeReport::data).toList()));
            case MARKDOWN -> ChangeReport.markdown(changes).forEach(console.out()::println);
            default -> {
                changes.stream()
                        .sorted(Comparator.comparing(PlanCommand::needsAttention))
                        .flatMap(change -> ChangeReport.text(change, console.style()).stream())
                        .forEach(console.out()::println);
                console.out().println();
                console.out().println(ChangeReport.summary(changes));
            }
        }
        console.out().flush();
    }

    /** What needs no attention comes first, so that the rest is seen at the end. */
    private static boolean needsAttention(PipelineChange change) {
        return change.kind() != Kind.UNCHANGED;
    }
}
