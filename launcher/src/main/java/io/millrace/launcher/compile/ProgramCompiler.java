package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import java.util.Optional;

/**
 * Turns a program into a planned Flink session, with all problems that Flink finds in it; starts nothing and connects
 * to nothing. May be used by several threads at once.
 */
public final class ProgramCompiler {

    private final ProjectJars jars;
    private final SecretSource secrets;
    private final Redaction redaction;

    /**
     * @param jars stays open as long as the compiled pipelines are used
     * @param redaction learns every secret that a program uses
     */
    public ProgramCompiler(ProjectJars jars, SecretSource secrets, Redaction redaction) {
        this.jars = jars;
        this.secrets = secrets;
        this.redaction = redaction;
    }

    /**
     * Compiles one program.
     *
     * @param problems receives what is wrong with it, at the places of the user's files
     * @return empty where there are errors
     */
    public Optional<CompiledPipeline> compile(PipelineProgram program, DiagnosticCollector problems) {
        DiagnosticCollector found = new DiagnosticCollector();
        DeclaredProgram declared = declare(program, SessionAdditions.NONE, found);
        Optional<CompiledPipeline> compiled = declared.plan(declared.inserts(), found);
        problems.addAll(found.sorted());
        return found.hasErrors() ? Optional.empty() : compiled;
    }

    /**
     * Opens a session in which everything that a program declares is known and its INSERTs are parsed, but not planned.
     *
     * @param problems receives what is wrong with its statements
     */
    public DeclaredProgram declare(PipelineProgram program, SessionAdditions additions, DiagnosticCollector problems) {
        Compilation compilation =
                new Compilation(program, jars, new SecretOptions(secrets, redaction), redaction, additions, problems);
        compilation.declare();
        return new DeclaredProgram(program, redaction, compilation);
    }
}
