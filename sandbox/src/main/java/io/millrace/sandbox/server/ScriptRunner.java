package io.millrace.sandbox.server;

import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs SQL scripts, each statement once in the life of a data folder: a script that has grown runs its new statements,
 * one that failed goes on at the statement that failed.
 */
final class ScriptRunner {

    private final Connection connection;
    private final SqlDialect dialect;
    private final Path home;

    /**
     * Makes a runner.
     *
     * @param connection with autocommit
     * @param home the server's folder, which keeps what has been run
     */
    ScriptRunner(Connection connection, SqlDialect dialect, Path home) {
        this.connection = connection;
        this.dialect = dialect;
        this.home = home;
    }

    /** Returns the failure of a connection that broke. */
    static SandboxException lost(String server, SQLException e) {
        return SandboxException.unreachable(
                "the connection to " + server + " failed (" + firstLine(e) + "): run the command again", e);
    }

    /**
     * Runs what is new in the scripts.
     *
     * @return a remark for each script whose statements, once run, were changed
     * @throws SandboxException of kind USAGE when a statement is refused
     */
    List<String> run(List<Path> scripts) throws IOException, SQLException {
        List<String> remarks = new ArrayList<>();
        for (Path script : scripts) {
            run(script).ifPresent(remarks::add);
        }
        return remarks;
    }

    private Optional<String> run(Path script) throws IOException, SQLException {
        List<SqlStatement> statements = SqlSplitter.split(read(script), dialect);
        ScriptLedger ledger = ScriptLedger.open(home, script);
        if (ledger.size() > statements.size()) {
            return Optional.of(changed(script, ""));
        }
        for (int index = 0; index < statements.size(); index++) {
            SqlStatement statement = statements.get(index);
            boolean done = index < ledger.size();
            if (done && !ledger.holds(index, statement.text())) {
                return Optional.of(changed(script, " at line " + statement.line()));
            }
            if (!done || statement.isForSession()) {
                execute(script, statement);
            }
            if (!done) {
                ledger.append(statement.text());
            }
        }
        return Optional.empty();
    }

    private void execute(Path script, SqlStatement statement) throws SQLException {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(statement.text());
        } catch (SQLException e) {
            if (!connection.isValid(5)) {
                throw e;
            }
            throw SandboxException.usage(script + ":" + statement.line() + ": " + firstLine(e)
                    + ": mend the script and run the command again, it goes on at this statement");
        }
    }

    private static String read(Path script) throws IOException {
        try {
            return Files.readString(script);
        } catch (NoSuchFileException e) {
            throw SandboxException.usage(script + " does not exist");
        }
    }

    private static String changed(Path script, String where) {
        return script + " was changed" + where + " after it had been run: only the old statements are in force;"
                + " `sandbox down --wipe` starts anew";
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
