package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;

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
}
