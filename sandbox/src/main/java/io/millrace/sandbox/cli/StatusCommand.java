package io.millrace.sandbox.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.sandbox.supervise.ServerStatus;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows which servers are up. */
@Command(name = "status", description = "Shows the servers and their state.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOption state;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() throws Exception {
        Optional<List<ServerStatus>> servers = state.sandbox().status();
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("up", servers.isPresent());
            document.put("servers", servers.orElse(List.of()));
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } else if (servers.isEmpty()) {
            out.println("down");
        } else {
            servers.get().forEach(server -> out.println(line(server)));
        }
        return ExitCode.DONE;
    }

    private static String line(ServerStatus server) {
        return "%-14s %-9s %-21s %-8s %s"
                .formatted(
                        server.name(),
                        server.state(),
                        server.address() == null ? "-" : server.address(),
                        server.pid() == null ? "-" : server.pid().toString(),
                        server.reason().isEmpty() ? server.product() : server.reason())
                .stripTrailing();
    }
}
