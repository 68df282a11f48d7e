package io.millrace.launcher.compile;

import io.millrace.catalog.program.PipelineProgram;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** A program whose functions, tables and views a Flink session has accepted, ready for queries; nothing is planned. */
public final class DeclaredProgram {

    private final PipelineProgram program;
    private final FlinkSession session;

    DeclaredProgram(PipelineProgram program, FlinkSession session) {
        this.program = program;
        this.session = session;
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
}
