package io.millrace.sandbox.cli;

import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.traffic.LiveDisplay;
import io.millrace.sandbox.traffic.PipelineWatch;
import io.millrace.sandbox.traffic.ProgressLines;
import io.millrace.sandbox.traffic.SandboxConnections;
import io.millrace.sandbox.traffic.StopSignal;
import io.millrace.sandbox.traffic.TrafficProgress;
import io.millrace.sandbox.traffic.TrafficRun;
import io.millrace.sandbox.traffic.TrafficSettings;
import io.millrace.sandbox.traffic.TrafficSummary;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes orders in the sandbox's shop and keeps a tally of what they must lead to. */
@Command(
        name = "traffic",
        description = {
            "Makes orders in the sandbox's shop and keeps a tally of what they must lead to.",
            "Start the pipelines first (see --await): rows that a pipeline finds in its first snapshot come in no order of time,"
                    + " and windows drop some of them as late."
        },
        mixinStandardHelpOptions = true)
public final class TrafficCommand implements Callable<Integer> {
    private static final double MOST_ORDERS_PER_SECOND = 20_000;
    private static final double MOST_SPEED = 3600;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOption state;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "The same seed gives the same stream (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--rate",
            defaultValue = "20",
            paramLabel = "ORDERS",
            description = "New orders per second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--for",
            defaultValue = "2m",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long, for example 40s (default: ${DEFAULT-VALUE}).")
    private Duration duration;

    @Option(
            names = "--speed",
            defaultValue = "10",
            paramLabel = "FACTOR",
            description = "Seconds of event time per second (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--group",
            defaultValue = "shop-orders-per-minute",
            paramLabel = "ID",
            description = "Consumer group of orders-per-minute; its commits say when late rows are surely late"
                    + " (default: ${DEFAULT-VALUE}).")
    private String group;

    @Option(
            names = "--await",
            defaultValue = "0s",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Sends the opening rows and waits up to this long until order-etl has carried them to topic"
                    + " orders; then the run's windows are exact (default: ${DEFAULT-VALUE}, which does not wait).")
    private Duration patience;

    @Option(names = "--show", description = "Shows the report tables live.")
    private boolean show;

    @Override
    public Integer call() throws Exception {
        TrafficSettings settings = settings();
        SandboxConnections servers = SandboxConnections.read(state.folder());
        try (InterruptHook hook = InterruptHook.install()) {
            TrafficSummary summary = show && OutputTerminal.isPresent()
                    ? sendShowing(servers, settings, hook.stop())
                    : send(
                            servers,
                            settings,
                            hook.stop(),
                            new ProgressLines(spec.commandLine().getErr(), System::nanoTime));
            spec.commandLine().getOut().println(summary.text());
            spec.commandLine().getOut().flush();
            return summary.stopped() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private TrafficSummary sendShowing(SandboxConnections servers, TrafficSettings settings, StopSignal stop) {
        try (LiveDisplay display = new LiveDisplay(servers, spec.commandLine().getOut())) {
            return send(servers, settings, stop, display);
        }
    }

    private TrafficSummary send(
            SandboxConnections servers, TrafficSettings settings, StopSignal stop, Consumer<TrafficProgress> listener) {
        return new TrafficRun(servers, settings, new PipelineWatch(group, patience), stop, listener).send();
    }

    private TrafficSettings settings() {
        check("--rate", rate > 0 && rate <= MOST_ORDERS_PER_SECOND, "above 0 and at most 20000 orders per second");
        check("--speed", speed > 0 && speed <= MOST_SPEED, "above 0 and at most 3600");
        check("--for", duration.toMillis() > 0 && duration.toDays() < 1, "above 0 and below 24h");
        return new TrafficSettings(seed, rate, duration, speed);
    }

    private static void check(String option, boolean valid, String allowed) {
        if (!valid) {
            throw SandboxException.usage(option + " must be " + allowed);
        }
    }
}
