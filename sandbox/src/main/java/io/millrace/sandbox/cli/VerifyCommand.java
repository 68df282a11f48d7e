package io.millrace.sandbox.cli;

import io.millrace.sandbox.story.Department;
import io.millrace.sandbox.story.StoryLog;
import io.millrace.sandbox.traffic.SandboxConnections;
import io.millrace.sandbox.verify.Verdict;
import io.millrace.sandbox.verify.Verification;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the pipelines' result tables with the tally that the traffic has kept. */
@Command(
        name = "verify",
        description = "Compares the pipelines' result tables with the tally that the traffic has kept.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOption state;

    @Option(
            names = "--wait",
            defaultValue = "60s",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long to wait until all tables are equal (default: ${DEFAULT-VALUE}).")
    private Duration wait;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "Compares only this table; repeatable. Without it, all that there was traffic for: "
                    + "orders_per_minute, top_products, orders and order_events, and the tables of the stories told.")
    private Set<String> tables = new LinkedHashSet<>();

    @Option(
            names = "--department",
            paramLabel = "business|data|operations",
            description = "Compares only the tables of this department's stories, and for data those of the orders.")
    private Department department;

    @Override
    public Integer call() throws Exception {
        SandboxConnections servers = SandboxConnections.read(state.folder());
        try (InterruptHook hook = InterruptHook.install()) {
            Verdict verdict = new Verification(
                            servers, new StoryLog(state.folder()), Optional.ofNullable(department), tables)
                    .run(wait, hook.stop());
            PrintWriter out = spec.commandLine().getOut();
            verdict.lines().forEach(out::println);
            out.flush();
            if (verdict.isEqual()) {
                return ExitCode.DONE;
            }
            return hook.stop().isRequested() ? ExitCode.INTERRUPTED : ExitCode.DIFFERENT;
        }
    }
}
