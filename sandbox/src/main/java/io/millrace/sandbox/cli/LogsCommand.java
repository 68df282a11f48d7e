package io.millrace.sandbox.cli;

import io.millrace.sandbox.server.ServerName;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the end of logs, and what is added to them. */
@Command(name = "logs", description = "Shows the end of the servers' logs.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 200;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOption state;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVER",
            description = "A server, by the name that status shows, or supervisor; all of them when left out.")
    private String server;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            defaultValue = "100",
            description = "How many lines of each log (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(names = "-f", description = "Goes on with new lines until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws Exception {
        List<LogTailer> tailers = logs().stream().map(LogTailer::new).toList();
        PrintWriter out = spec.commandLine().getOut();
        boolean titles = tailers.size() > 1;
        for (LogTailer tailer : tailers) {
            print(out, tailer, titles, tailer.last(lines));
        }
        while (follow) {
            Thread.sleep(POLL_MILLIS);
            for (LogTailer tailer : tailers) {
                print(out, tailer, titles, tailer.added());
            }
        }
        return ExitCode.DONE;
    }

    private List<Path> logs() throws IOException {
        StateFolder folder = state.folder();
        if (server != null) {
            Path log = folder.log(known(server));
            if (!Files.exists(log)) {
                throw SandboxException.usage("there is no log of " + server + " in " + folder.logs());
            }
            return List.of(log);
        }
        if (!Files.isDirectory(folder.logs())) {
            throw SandboxException.usage("there are no logs: there is no sandbox in " + folder.root());
        }
        try (Stream<Path> files = Files.list(folder.logs())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static String known(String server) {
        List<String> names = Stream.concat(
                        Arrays.stream(ServerName.values()).map(ServerName::toString), Stream.of("supervisor"))
                .toList();
        if (!names.contains(server)) {
            throw SandboxException.usage("'" + server + "' is not one of " + String.join(", ", names));
        }
        return server;
    }

    private static void print(PrintWriter out, LogTailer tailer, boolean title, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (title) {
            out.println("==> " + tailer.name() + " <==");
        }
        out.print(text);
        out.flush();
    }
}
