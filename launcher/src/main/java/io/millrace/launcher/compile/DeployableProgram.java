package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;

/**
 * A streaming program whose job is made of a compiled plan, so that its operators keep their ids for as long as the plan
 * is kept. Plans hold no connector options and so no secrets. Used by one thread at a time.
 */
public final class DeployableProgram {

    private final PipelineProgram program;
    private final Compilation compilation;

    DeployableProgram(PipelineProgram program, Compilation compilation) {
        this.program = program;
        this.compilation = compilation;
    }

    public PipelineProgram program() {
        return program;
    }

    /**
     * Plans all INSERTs.
     *
     * @param problems receives what Flink finds wrong
     * @return the plan as JSON; empty where there are errors
     */
    public Optional<String> compile(DiagnosticCollector problems) {
        return compilation.compile(problems);
    }

    /** The options of each table by the name that plans give it; secrets are placeholders. */
    public Map<String, Map<String, String>> tableOptions() {
        return compilation.writtenOptions();
    }

    /** The class loader that knows the project's functions and connectors. */
    public ClassLoader classLoader() {
        return compilation.session().classLoader();
    }

    /**
     * The job of a plan that was compiled of this program, also with other ids.
     *
     * @param additions options on top of the program's own
     */
    public JobGraph job(String plan, Configuration additions) {
        FlinkSession session = compilation.session();
        return session.streamGraph(program, session.load(plan), additions).getJobGraph(session.classLoader(), null);
    }
}
