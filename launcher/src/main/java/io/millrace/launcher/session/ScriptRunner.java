package io.millrace.launcher.session;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlScript;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.launcher.compile.Redaction;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.table.api.ResultKind;
import org.apache.flink.table.api.config.TableConfigOptions;
import org.apache.flink.table.gateway.api.results.FetchOrientation;
import org.apache.flink.table.gateway.api.results.ResultSet;
import org.apache.flink.table.gateway.api.results.ResultSet.ResultType;
import org.apache.flink.table.gateway.api.results.ResultSetImpl;
import org.apache.flink.table.gateway.service.result.ResultFetcher;

/**
 * Runs the statements of scripts one after another; the first that fails ends them. Jobs that a statement started and
 * did not wait for go on beside the next ones, and are waited for at the end.
 */
public final class ScriptRunner {

    private static final int MOST_ROWS = 5000;

    private final SqlSession session;
    private final PrintWriter out;
    private final RowPrinter printer;
    private final Consumer<Diagnostic> problems;
    private final Consumer<String> notes;
    private final StatementFailures failures;
    private final StartedJobs jobs;
    private final Thread thread = Thread.currentThread();
    private volatile boolean stopAsked;
    private boolean quit;

    /**
     * A runner, to be used by the current thread.
     *
     * @param out where results go
     * @param problems receives what is wrong with a statement
     * @param notes receives lines about progress
     */
    public ScriptRunner(
            SqlSession session,
            Redaction redaction,
            PrintWriter out,
            RowFormat format,
            Consumer<Diagnostic> problems,
            Consumer<String> notes) {
        this.session = session;
        this.out = out;
        this.printer = format.printer(out);
        this.problems = problems;
        this.notes = notes;
        this.failures = new StatementFailures(session.errors(), redaction);
        this.jobs = new StartedJobs(session);
    }

    /** Asks the runner to stop, from any thread; returns at once. */
    public void stop() {
        if (!stopAsked) {
            stopAsked = true;
            thread.interrupt();
        }
    }

    /** Runs scripts and waits for their jobs. */
    public ScriptEnd run(List<SqlScript> scripts) {
        ScriptEnd end = runAll(scripts);
        if (stopAsked) {
            // Whoever closes the session has to wait for its jobs to end.
            Thread.interrupted();
            return ScriptEnd.INTERRUPTED;
        }
        return end;
    }

    private ScriptEnd runAll(List<SqlScript> scripts) {
        for (SqlScript script : scripts) {
            for (SqlStatement statement : script.statements()) {
                ScriptEnd end = quit || out.checkError() ? ScriptEnd.DONE : run(statement);
                if (end != ScriptEnd.DONE) {
                    return end;
                }
            }
        }
        return out.checkError() ? ScriptEnd.DONE : await();
    }

    private ScriptEnd run(SqlStatement statement) {
        EditedText sql = EditedText.of(statement, List.of());
        try {
            switch (StatementEffect.of(statement)) {
                case QUITS -> quit = true;
                case IGNORED -> {}
                default -> execute(sql);
            }
            return stopAsked ? ScriptEnd.INTERRUPTED : ScriptEnd.DONE;
        } catch (RuntimeException | LinkageError e) {
            return stopAsked ? ScriptEnd.INTERRUPTED : report(failures.explain(sql, e));
        }
    }

    private void execute(EditedText sql) {
        session.errors().declare(sql);
        ResultFetcher result = session.execute(sql.statement(), sql.text());
        try {
            print(result, sql);
        } finally {
            result.close();
        }
    }

    private void print(ResultFetcher result, EditedText sql) {
        ResultSet first = result.fetchResults(0L, MOST_ROWS);
        if (!first.isQueryResult() && first.getJobID() != null) {
            if (!session.configuration().get(TableConfigOptions.TABLE_DML_SYNC) && session.isStreaming()) {
                jobs.add(first.getJobID(), sql);
                notes.accept(sql.statement().location() + ": started the job " + first.getJobID());
            }
        } else if (first.getResultKind() == ResultKind.SUCCESS_WITH_CONTENT) {
            if (RawText.suits(sql.statement(), first)) {
                RawText.print(first, out);
            } else {
                rows(result, first);
            }
        }
    }

    private void rows(ResultFetcher result, ResultSet first) {
        boolean query = first.isQueryResult();
        printer.begin(new ResultShape(
                first.getResultSchema(),
                ((ResultSetImpl) first).getConverter(),
                query,
                query && session.isStreaming(),
                query ? session.configuration().get(TableConfigOptions.DISPLAY_MAX_COLUMN_WIDTH) : Integer.MAX_VALUE));
        try {
            ResultSet next = first;
            while (next.getResultType() != ResultType.EOS && !stopAsked && !out.checkError()) {
                printer.rows(next.getData());
                next = result.fetchResults(FetchOrientation.FETCH_NEXT, MOST_ROWS);
            }
            printer.end();
        } catch (RuntimeException e) {
            if (stopAsked) {
                printer.end();
            }
            throw e;
        }
    }

    private ScriptEnd await() {
        try {
            if (jobs.count() > 0) {
                notes.accept((jobs.count() == 1 ? "1 job runs" : jobs.count() + " jobs run") + "; Ctrl-C stops them");
            }
            return jobs.await()
                    .map(failed -> report(failures.job(failed.statement(), failed.error())))
                    .orElse(ScriptEnd.DONE);
        } catch (InterruptedException e) {
            return ScriptEnd.INTERRUPTED;
        }
    }

    private ScriptEnd report(StatementFailures.Explained failure) {
        out.flush();
        failure.problems().forEach(problems);
        if (!failure.message().isEmpty()) {
            notes.accept(failure.message());
        }
        return failure.end();
    }
}
