package io.millrace.launcher.session;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.launcher.compile.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.flink.table.client.cli.CliClient;
import org.jline.terminal.Terminal;

/** Flink's SQL Client on a session of this process. */
public final class InteractiveClient {

    private final SqlSession session;
    private final Path history;
    private final Supplier<Terminal> terminal;

    /**
     * @param history the file that keeps what was typed; readable by this user only
     */
    public InteractiveClient(SqlSession session, Path history) {
        this(session, history, CliClient.DEFAULT_TERMINAL_FACTORY);
    }

    InteractiveClient(SqlSession session, Path history, Supplier<Terminal> terminal) {
        this.session = session;
        this.history = history;
        this.terminal = terminal;
    }

    /**
     * Reads and runs statements until the user leaves.
     *
     * @param renderer makes a text of the problems of a typed statement
     */
    public void run(Redaction redaction, BiFunction<List<Diagnostic>, SourceText, String> renderer) throws IOException {
        prepareHistory();
        StatementFailures failures = new StatementFailures(session.errors(), redaction);
        ClientStatements statements =
                new ClientStatements(session, failures, error -> renderer.apply(error.problems(), error.source())
                        .strip());
        try (CliClient client = new CliClient(terminal, statements, history)) {
            client.executeInInteractiveMode();
        }
    }

    private void prepareHistory() throws IOException {
        Files.createDirectories(history.getParent());
        if (!Files.exists(history)) {
            Files.createFile(history);
            if (history.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(history, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }
}
