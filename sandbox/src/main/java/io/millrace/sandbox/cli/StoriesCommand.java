package io.millrace.sandbox.cli;

import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.story.Department;
import io.millrace.sandbox.story.Stories;
import io.millrace.sandbox.story.Story;
import io.millrace.sandbox.story.StoryLog;
import io.millrace.sandbox.story.StoryRun;
import io.millrace.sandbox.traffic.SandboxConnections;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells stories of the shop's other departments, with planted incidents, to the servers. */
@Command(
        name = "stories",
        description = {
            "Sends the shop's other events: payments, page views, log lines and so on, with planted frauds, faults and incidents.",
            "What each story must lead to is known beforehand; verify compares it with what the pipelines made of it."
        },
        mixinStandardHelpOptions = true)
public final class StoriesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOption state;

    @Parameters(paramLabel = "STORY", arity = "0..*", description = "Which to tell; all unless given.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--department",
            paramLabel = "business|data|operations",
            description = "Tells only the stories of this department.")
    private Department department;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "The same seed gives the same stories (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--for",
            defaultValue = "20s",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long each story takes, for example 40s, beside the pauses that it needs"
                    + " (default: ${DEFAULT-VALUE}).")
    private Duration duration;

    @Option(names = "--list", description = "Lists the stories and tells none.")
    private boolean list;

    @Override
    public Integer call() throws Exception {
        List<Story> chosen = chosen();
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            chosen.forEach(story -> out.printf("%-20s %s%n", story.name(), name(story.department())));
            out.flush();
            return ExitCode.DONE;
        }
        if (duration.toMillis() <= 0 || duration.toDays() >= 1) {
            throw SandboxException.usage("--for must be above 0 and below 24h");
        }
        SandboxConnections servers = SandboxConnections.read(state.folder());
        try (InterruptHook hook = InterruptHook.install()) {
            StoryRun run = new StoryRun(servers, new StoryLog(state.folder()), hook.stop());
            for (Story story : chosen) {
                int sent = run.tell(story, seed, duration);
                out.printf(
                        "%-20s %d events%s%n", story.name(), sent, hook.stop().isRequested() ? ", cut short" : "");
                out.flush();
                if (hook.stop().isRequested()) {
                    return ExitCode.INTERRUPTED;
                }
            }
            return ExitCode.DONE;
        }
    }

    private List<Story> chosen() {
        for (String name : names) {
            if (byName(name).isEmpty()) {
                throw SandboxException.usage("there is no story '" + name + "': choose from "
                        + String.join(
                                ", ", Stories.all().stream().map(Story::name).toList()));
            }
        }
        return Stories.all().stream()
                .filter(story -> department == null || story.department() == department)
                .filter(story -> names.isEmpty() || names.contains(story.name()))
                .toList();
    }

    private static Optional<Story> byName(String name) {
        return Stories.all().stream().filter(story -> story.name().equals(name)).findFirst();
    }

    private static String name(Department department) {
        return department.name().toLowerCase(Locale.ROOT);
    }
}
