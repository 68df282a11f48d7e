package io.millrace.launcher.compile;

import io.millrace.catalog.program.PipelineProgram;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.operations.ModifyOperation;

/** A program that Flink accepted: its session with everything declared, and its INSERTs planned as one job. */
public final class CompiledPipeline {

    private final PipelineProgram program;
    private final FlinkSession session;
    private final List<ModifyOperation> inserts;
    private final List<Transformation<?>> transformations;
    private final Collection<Map<String, String>> tableOptions;

    CompiledPipeline(
            PipelineProgram program,
            FlinkSession session,
            List<ModifyOperation> inserts,
            List<Transformation<?>> transformations,
            Collection<Map<String, String>> tableOptions) {
        this.program = program;
        this.session = session;
        this.inserts = List.copyOf(inserts);
        this.transformations = List.copyOf(transformations);
        this.tableOptions = List.copyOf(tableOptions);
    }

    public PipelineProgram program() {
        return program;
    }

    /** The session, in which a query can still be asked. */
    public StreamTableEnvironment tableEnvironment() {
        return session.tableEnvironment();
    }

    /** The parsed INSERTs, in the program's order. */
    public List<ModifyOperation> inserts() {
        return inserts;
    }

    /** What the INSERTs were planned to: their sinks, from which all other operators are reached. */
    public List<Transformation<?>> transformations() {
        return transformations;
    }

    /** The options of each table that it declares; secrets are placeholders. */
    public Collection<Map<String, String>> tableOptions() {
        return tableOptions;
    }

    /** The configuration that the job runs with: the program's options and what the compiler adds. */
    public Configuration configuration() {
        return session.configuration();
    }

    /**
     * The graph of the one job that all INSERTs make, named after the pipeline; nothing is planned again.
     *
     * @param additions options on top of the program's own
     */
    public StreamGraph streamGraph(Configuration additions) {
        return session.streamGraph(program, transformations, additions);
    }

    /** The jars that the job's classes come from, besides those of Millrace. */
    public List<URL> jars() {
        return session.jars();
    }

    /** The class loader that knows the project's functions. */
    public ClassLoader classLoader() {
        return session.classLoader();
    }
}
