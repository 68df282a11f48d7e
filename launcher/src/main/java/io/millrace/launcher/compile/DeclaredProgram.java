package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.operations.CollectModifyOperation;
import org.apache.flink.table.operations.QueryOperation;

/** A program whose functions, tables and views a Flink session has accepted, ready for queries; nothing is planned. */
public final class DeclaredProgram {

    private final PipelineProgram program;
    private final FlinkSession session;
    private final KnownObjects known;
    private final Redaction redaction;

    DeclaredProgram(PipelineProgram program, FlinkSession session, KnownObjects known, Redaction redaction) {
        this.program = program;
        this.session = session;
        this.known = known;
        this.redaction = redaction;
    }

    public PipelineProgram program() {
        return program;
    }

    /** The session, in which queries can be asked. */
    public StreamTableEnvironment tableEnvironment() {
        return session.tableEnvironment();
    }

    /** The class loader that knows the project's functions. */
    public ClassLoader classLoader() {
        return session.classLoader();
    }

    /**
     * Whether Flink accepts a query.
     *
     * @param problems receives what is wrong with it
     */
    public boolean accepts(EditedText query, DiagnosticCollector problems) {
        return parse(query, problems).isPresent();
    }

    /**
     * Plans a query whose rows are wanted in this process.
     *
     * @param problems receives what is wrong with it
     * @return empty where there are errors
     */
    public Optional<CompiledQuery> plan(EditedText query, DiagnosticCollector problems) {
        return parse(query, problems).flatMap(operation -> {
            CollectModifyOperation collect = new CollectModifyOperation(operation);
            try {
                return Optional.of(new CompiledQuery(program, session, collect, session.plan(List.of(collect))));
            } catch (RuntimeException | LinkageError e) {
                report(query, e, problems);
                return Optional.empty();
            }
        });
    }

    private Optional<QueryOperation> parse(EditedText query, DiagnosticCollector problems) {
        try {
            if (session.parse(query.text()) instanceof QueryOperation operation) {
                return Optional.of(operation);
            }
            problems.error(
                    DiagnosticCode.STATEMENT_NOT_ALLOWED, query.statement().location(), "only a query may stand here");
        } catch (RuntimeException | LinkageError e) {
            report(query, e, problems);
        }
        return Optional.empty();
    }

    private void report(EditedText query, Throwable error, DiagnosticCollector problems) {
        problems.addAll(new FlinkErrors(redaction).diagnose(new FlinkFailure(query, error, redaction), known));
    }
}
