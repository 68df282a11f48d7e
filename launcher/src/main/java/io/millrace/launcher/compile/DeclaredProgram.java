package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.operations.CollectModifyOperation;
import org.apache.flink.table.operations.QueryOperation;

/** A program in a session of its own: everything is declared, nothing is planned. Used by one thread at a time. */
public final class DeclaredProgram {

    private final PipelineProgram program;
    private final Redaction redaction;
    private final Compilation compilation;

    DeclaredProgram(PipelineProgram program, Redaction redaction, Compilation compilation) {
        this.program = program;
        this.redaction = redaction;
        this.compilation = compilation;
    }

    public PipelineProgram program() {
        return program;
    }

    /** Knows every secret that the program uses. */
    public Redaction redaction() {
        return redaction;
    }

    /** The INSERTs that could be parsed, in the program's order. */
    public List<ParsedStatement> inserts() {
        return compilation.inserts();
    }

    /** Some statements with all views and tables that they read, each once. */
    public List<EditedText> reached(List<ParsedStatement> statements) {
        return compilation.reached(statements);
    }

    public TableEnvironmentInternal tableEnvironment() {
        return compilation.session().internal();
    }

    /** The class loader that knows the project's functions. */
    public ClassLoader classLoader() {
        return compilation.session().classLoader();
    }

    /**
     * Plans INSERTs as one job.
     *
     * @param statements those of the program, and others that were parsed in this session
     * @param problems receives what Flink finds wrong
     * @return empty where planning failed
     */
    public Optional<CompiledPipeline> plan(List<ParsedStatement> statements, DiagnosticCollector problems) {
        return compilation.plan(statements, problems);
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
                FlinkSession session = compilation.session();
                return Optional.of(new CompiledQuery(program, session, collect, session.plan(List.of(collect))));
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                problems.addAll(compilation.diagnose(query, e));
                return Optional.empty();
            }
        });
    }

    private Optional<QueryOperation> parse(EditedText query, DiagnosticCollector problems) {
        try {
            if (compilation.session().parse(query.text()) instanceof QueryOperation operation) {
                return Optional.of(operation);
            }
            problems.error(
                    DiagnosticCode.STATEMENT_NOT_ALLOWED, query.statement().location(), "only a query may stand here");
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            problems.addAll(compilation.diagnose(query, e));
        }
        return Optional.empty();
    }
}
