package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import java.util.List;
import java.util.Optional;

/**
 * Turns a program into a planned Flink session, with all problems that Flink finds in it; starts nothing and connects
 * to nothing. May be used by several threads at once.
 */
public final class ProgramCompiler {

    private final ProjectJars jars;
    private final SecretSource secrets;
    private final Redaction redaction;
    private final TableRewriter tables;

    /**
     * @param jars stays open as long as the compiled pipelines are used
     * @param redaction learns every secret that a program uses
     */
    public ProgramCompiler(ProjectJars jars, SecretSource secrets, Redaction redaction) {
        this(jars, secrets, redaction, TableRewriter.NONE);
    }

    /**
     * The same with something to change in every table, such as the identity of a guest.
     *
     * @param tables changes the options of tables once their secrets are put in
     */
    public ProgramCompiler(ProjectJars jars, SecretSource secrets, Redaction redaction, TableRewriter tables) {
        this.jars = jars;
        this.tables = tables;
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
     * Declares one streaming program, so that plans can be compiled of it and jobs be made of its plans.
     *
     * @param problems receives what is wrong with its statements, at the places of the user's files
     * @return empty where there are errors
     */
    public Optional<DeployableProgram> deployable(PipelineProgram program, DiagnosticCollector problems) {
        DiagnosticCollector found = new DiagnosticCollector();
        Compilation compilation = compilation(program, SessionAdditions.NONE, found);
        compilation.declare();
        problems.addAll(found.sorted());
        return found.hasErrors() ? Optional.empty() : Optional.of(new DeployableProgram(program, compilation));
    }

    /**
     * Reports what is wrong with one program and keeps nothing, which is quicker than compiling it.
     *
     * @param problems receives what is wrong with it, at the places of the user's files
     */
    public void check(PipelineProgram program, DiagnosticCollector problems) {
        DiagnosticCollector found = new DiagnosticCollector();
        compilation(program, SessionAdditions.NONE, found).check();
        problems.addAll(found.sorted());
    }

    /**
     * The tables of one program with the values of their secrets, although it may have problems elsewhere.
     *
     * @param problems receives what is wrong with it as far as that shows before planning
     */
    public List<DeclaredTable> tables(PipelineProgram program, DiagnosticCollector problems) {
        return compilation(program, SessionAdditions.NONE, problems).tables();
    }

    /**
     * Declares a program's functions, tables and views for queries of one's own; its INSERTs are left out.
     *
     * @param problems receives what is wrong with them, at the places of the user's files
     * @return empty where there are errors
     */
    public Optional<DeclaredProgram> declare(PipelineProgram program, DiagnosticCollector problems) {
        DiagnosticCollector found = new DiagnosticCollector();
        Compilation compilation = compilation(program, SessionAdditions.NONE, found);
        compilation.declareObjects();
        problems.addAll(found.sorted());
        return found.hasErrors() ? Optional.empty() : Optional.of(new DeclaredProgram(program, redaction, compilation));
    }

    /**
     * Opens a session in which everything that a program declares is known and its INSERTs are parsed, but not planned.
     *
     * @param problems receives what is wrong with its statements
     */
    public DeclaredProgram declare(PipelineProgram program, SessionAdditions additions, DiagnosticCollector problems) {
        Compilation compilation = compilation(program, additions, problems);
        compilation.declare();
        return new DeclaredProgram(program, redaction, compilation);
    }

    private Compilation compilation(PipelineProgram program, SessionAdditions additions, DiagnosticCollector found) {
        return new Compilation(
                program, jars, new SecretOptions(secrets, redaction), tables, redaction, additions, found);
    }
}
