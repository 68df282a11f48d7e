package io.millrace.launcher.compile;

import io.millrace.catalog.descriptor.Mode;
import java.util.List;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.operations.ModifyOperation;
import org.apache.flink.table.operations.Operation;

/** A table environment of one pipeline with what Millrace needs of its inner side. */
final class FlinkSession {

    private final StreamExecutionEnvironment executionEnvironment;
    private final StreamTableEnvironment tableEnvironment;
    private final TableEnvironmentImpl internal;
    private final ClassLoader classLoader;

    /**
     * Opens a session whose functions are loaded by the given class loader. Only an execution environment that was made
     * with that class loader lets the planner's generated code see the project's functions.
     */
    FlinkSession(Mode mode, Configuration configuration, ClassLoader classLoader) {
        this.executionEnvironment = new StreamExecutionEnvironment(configuration, classLoader);
        EnvironmentSettings.Builder settings = EnvironmentSettings.newInstance().withClassLoader(classLoader);
        this.tableEnvironment = StreamTableEnvironment.create(
                executionEnvironment,
                mode == Mode.BATCH
                        ? settings.inBatchMode().build()
                        : settings.inStreamingMode().build());
        this.classLoader = classLoader;
        this.internal = (TableEnvironmentImpl) tableEnvironment;
    }

    StreamExecutionEnvironment executionEnvironment() {
        return executionEnvironment;
    }

    StreamTableEnvironment tableEnvironment() {
        return tableEnvironment;
    }

    TableEnvironmentImpl internal() {
        return internal;
    }

    ClassLoader classLoader() {
        return classLoader;
    }

    /** Parses and validates one statement. */
    Operation parse(String sql) {
        try {
            return internal.getParser().parse(sql).get(0);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Flink's Scala code lets checked exceptions out, such as SqlValidateException, without declaring them.
            throw new ValidationException(e.getMessage(), e);
        }
    }

    /** Runs a statement that declares something. */
    void execute(Operation operation) {
        internal.executeInternal(operation);
    }

    /** Plans INSERTs together, as they would run, down to the operators of the job. */
    List<Transformation<?>> plan(List<ModifyOperation> inserts) {
        return internal.getPlanner().translate(inserts);
    }
}
