package io.millrace.launcher.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The project's local servers: all but {@code up} is handed on to the sandbox's own command. */
@Command(
        name = "sandbox",
        description =
                "Run MySQL, Kafka, PostgreSQL, Elasticsearch, a Flink cluster and protocol servers for this project.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SandboxUpCommand.class,
            SandboxCommand.Down.class,
            SandboxCommand.Status.class,
            SandboxCommand.Logs.class,
            SandboxCommand.Traffic.class,
            SandboxCommand.Stories.class,
            SandboxCommand.Verify.class
        })
final class SandboxCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Hands its arguments, {@code --help} included, to the sandbox's command of the same name. */
    abstract static class Delegate implements Callable<Integer> {

        @Mixin
        private ProjectFolder project;

        @Unmatched
        private List<String> arguments = new ArrayList<>();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException, InterruptedException {
            List<String> all = new ArrayList<>(List.of(spec.name()));
            boolean help = arguments.contains("--help") || arguments.contains("-h");
            if (!help) {
                all.addAll(List.of("--state", project.sandbox().path().toString()));
            }
            all.addAll(arguments);
            return Distribution.sandbox().run(all);
        }
    }

    @Command(
            name = "down",
            description = "Stop the servers.",
            exitCodeList = {ExitCodes.UNREACHABLE, ExitCodes.LOCKED})
    static final class Down extends Delegate {}

    @Command(name = "status", description = "Show which servers run, and where.")
    static final class Status extends Delegate {}

    @Command(
            name = "logs",
            description = "Show a server's log.",
            exitCodeList = {ExitCodes.INTERRUPTED})
    static final class Logs extends Delegate {}

    @Command(
            name = "traffic",
            description = "Send the shop's orders and changes.",
            exitCodeList = {ExitCodes.UNREACHABLE, ExitCodes.LOCKED, ExitCodes.INTERRUPTED})
    static final class Traffic extends Delegate {}

    @Command(
            name = "stories",
            description = "Send the shop's other events, with planted frauds, faults and incidents.",
            exitCodeList = {ExitCodes.UNREACHABLE, ExitCodes.INTERRUPTED})
    static final class Stories extends Delegate {}

    @Command(
            name = "verify",
            description = "Compare the result tables with the traffic's own tally.",
            exitCodeList = {ExitCodes.DIFFERENT, ExitCodes.UNREACHABLE, ExitCodes.INTERRUPTED})
    static final class Verify extends Delegate {}
}
