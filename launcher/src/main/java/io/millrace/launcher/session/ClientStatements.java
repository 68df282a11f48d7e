package io.millrace.launcher.session;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.StatementSequence;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.runtime.rest.util.RestClientException;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.table.api.SqlParserEOFException;
import org.apache.flink.table.client.gateway.Executor;
import org.apache.flink.table.client.gateway.SqlExecutionException;
import org.apache.flink.table.client.gateway.StatementResult;
import org.apache.flink.table.gateway.api.results.ResultSet;
import org.apache.flink.table.gateway.api.results.ResultSetImpl;
import org.apache.flink.table.gateway.service.result.ResultFetcher;

/** Runs what is typed into the SQL Client in a session of this process, where the client would ask a server. */
final class ClientStatements implements Executor {

    /** How a typed statement is called in errors. */
    static final String TYPED = "<typed>";

    private static final int MOST_ROWS = 5000;

    private final SqlSession session;
    private final StatementFailures failures;
    private final Function<TypedError, String> renderer;

    ClientStatements(SqlSession session, StatementFailures failures, Function<TypedError, String> renderer) {
        this.session = session;
        this.failures = failures;
        this.renderer = renderer;
    }

    @Override
    public void configureSession(String statement) {
        executeStatement(statement).close();
    }

    @Override
    public ReadableConfig getSessionConfig() {
        return session.configuration();
    }

    @Override
    public Map<String, String> getSessionConfigMap() {
        return session.configuration().toMap();
    }

    @Override
    public StatementResult executeStatement(String text) {
        SourceText source = new SourceText(TYPED, text.strip());
        DiagnosticCollector problems = new DiagnosticCollector();
        List<SqlStatement> statements = StatementSequence.of(source, problems).statements();
        if (statements.isEmpty() && problems.hasErrors()) {
            throw incomplete(new SqlParserEOFException("a statement set without its END"));
        }
        if (statements.size() != 1) {
            throw failed("type one statement at a time");
        }
        EditedText sql = EditedText.of(statements.get(0), List.of());
        session.errors().declare(sql);
        try {
            return result(session.execute(sql.statement(), sql.text()), sql);
        } catch (RuntimeException | LinkageError e) {
            if (String.valueOf(e.getMessage()).contains("Encountered \"<EOF>\"")) {
                throw incomplete(new SqlParserEOFException(e.getMessage(), e));
            }
            throw failed(sql, e);
        }
    }

    @Override
    public List<String> completeStatement(String statement, int position) {
        try {
            return session.complete(statement, position);
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    /** The owner of the session closes it. */
    @Override
    public void close() {}

    private StatementResult result(ResultFetcher fetcher, EditedText sql) {
        ResultSet first = fetcher.fetchResults(0L, MOST_ROWS);
        return new StatementResult(
                first.getResultSchema(),
                new FetchedRows(fetcher, first, MOST_ROWS, error -> failed(sql, error)),
                first.isQueryResult(),
                first.getResultKind(),
                first.getJobID(),
                ((ResultSetImpl) first).getConverter());
    }

    private SqlExecutionException failed(EditedText sql, Throwable error) {
        if (StatementFailures.isInterruption(error)) {
            return failed("stopped");
        }
        StatementFailures.Explained failure = failures.explain(sql, error);
        return failed(
                failure.problems().isEmpty()
                        ? failure.message()
                        : renderer.apply(new TypedError(
                                failure.problems(), sql.statement().source())));
    }

    /** Makes the client read on. */
    private static SqlExecutionException incomplete(SqlParserEOFException cause) {
        return new SqlExecutionException("The SQL statement is incomplete.", cause);
    }

    /** The client prints what a server says, and of other errors the name of their class too. */
    private static SqlExecutionException failed(String message) {
        return new SqlExecutionException(
                "the statement failed", new RestClientException(message, HttpResponseStatus.BAD_REQUEST));
    }

    /** What is wrong with a typed statement. */
    record TypedError(List<Diagnostic> problems, SourceText source) {}
}
