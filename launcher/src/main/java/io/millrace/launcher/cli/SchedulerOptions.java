package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.Environment.Secrets;
import io.millrace.launcher.schedule.Crontab;
import io.millrace.launcher.schedule.GithubWorkflow;
import io.millrace.launcher.schedule.GitlabJobs;
import io.millrace.launcher.schedule.KubernetesCronJobs;
import io.millrace.launcher.schedule.RunInvocation;
import io.millrace.launcher.schedule.SchedulerFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that describe a scheduler, and where it finds Millrace and the project. */
final class SchedulerOptions {

    @Option(
            names = "--for",
            paramLabel = "cron|github|gitlab|kubernetes",
            description = "Print what makes this scheduler run the pipelines.")
    private Kind kind;

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            description =
                    "Container image that holds Millrace and the project; needed for kubernetes, also for gitlab.")
    private String image;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "The project's folder where the scheduler runs it (default: this one for cron, its place in"
                    + " the Git repository for github and gitlab, the image's own working folder for kubernetes).")
    private String folder;

    @Option(
            names = "--executable",
            paramLabel = "PATH",
            description =
                    "How Millrace is called from that folder (default: ./millrace where there is one, else millrace).")
    private String executable;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** Schedulers that a file can be printed for. */
    enum Kind {
        CRON,
        GITHUB,
        GITLAB,
        KUBERNETES
    }

    /** Whether a file is asked for; ends the command where options do not go together. */
    boolean isChosen() {
        if (kind == null && (image != null || folder != null || executable != null)) {
            throw new ParameterException(spec.commandLine(), "--image, --folder and --executable need --for");
        }
        if (kind == Kind.KUBERNETES && image == null) {
            throw new ParameterException(spec.commandLine(), "--for kubernetes needs --image");
        }
        if (image != null && kind != Kind.KUBERNETES && kind != Kind.GITLAB) {
            throw new ParameterException(spec.commandLine(), "--image needs --for kubernetes or gitlab");
        }
        return kind != null;
    }

    SchedulerFile file(PipelineCatalog catalog, Map<String, String> settings) {
        Path root = catalog.root();
        RunInvocation run = new RunInvocation(
                Optional.ofNullable(folder).or(() -> defaultFolder(root)),
                Optional.ofNullable(executable)
                        .orElse(Files.isRegularFile(root.resolve("millrace")) ? "./millrace" : "millrace"),
                catalog.environment().name(),
                settings);
        Optional<Secrets> secrets = catalog.environment().secrets();
        return switch (kind) {
            case CRON -> new Crontab(run, secrets);
            case GITHUB -> new GithubWorkflow(run, secrets);
            case GITLAB -> new GitlabJobs(run, secrets, Optional.ofNullable(image));
            case KUBERNETES -> new KubernetesCronJobs(run, secrets, image);
        };
    }

    private Optional<String> defaultFolder(Path root) {
        return switch (kind) {
            case CRON -> Optional.of(root.toString());
            case GITHUB, GITLAB -> inRepository(root);
            case KUBERNETES -> Optional.empty();
        };
    }

    /** Empty at the repository's top, where its jobs start, and where there is no repository. */
    private static Optional<String> inRepository(Path root) {
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder.relativize(root).toString()).filter(path -> !path.isEmpty());
            }
        }
        return Optional.empty();
    }
}
