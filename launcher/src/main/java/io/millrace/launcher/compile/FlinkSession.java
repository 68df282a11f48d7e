package io.millrace.launcher.compile;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.program.PipelineProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.PlanReference;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.TableConfigOptions;
import org.apache.flink.table.api.config.TableConfigOptions.CatalogPlanCompilation;
import org.apache.flink.table.api.config.TableConfigOptions.CatalogPlanRestore;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.delegation.Planner;
import org.apache.flink.table.operations.ModifyOperation;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.ddl.CreateTableOperation;

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

    StreamTableEnvironment tableEnvironment() {
        return tableEnvironment;
    }

    TableEnvironmentImpl internal() {
        return internal;
    }

    ClassLoader classLoader() {
        return classLoader;
    }

    /** Saves a fifth of the time of planning where the plan is not run: only the JVM wants long methods cut up. */
    void keepGeneratedCodeWhole() {
        tableEnvironment.getConfig().set(TableConfigOptions.MAX_LENGTH_GENERATED_CODE, Integer.MAX_VALUE);
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

    /** A copy of the configuration that jobs of this session run with. */
    Configuration configuration() {
        return Configuration.fromMap(((Configuration) executionEnvironment.getConfiguration()).toMap());
    }

    /** The jars that the classes of jobs come from, besides those of Millrace. */
    List<URL> jars() {
        return executionEnvironment.getConfiguration().getOptional(PipelineOptions.JARS).orElse(List.of()).stream()
                .map(FlinkSession::url)
                .toList();
    }

    private static URL url(String jar) {
        try {
            return URI.create(jar).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a jar: " + jar, e);
        }
    }

    /** The graph of a job of this session, named after the pipeline; nothing is planned again. */
    StreamGraph streamGraph(PipelineProgram program, List<Transformation<?>> transformations, Configuration additions) {
        executionEnvironment.configure(tableEnvironment.getConfig().getConfiguration());
        executionEnvironment.configure(additions);
        if (program.mode() == Mode.BATCH) {
            executionEnvironment.getConfig().enableObjectReuse();
        }
        StreamGraph graph = executionEnvironment.generateStreamGraph(transformations);
        graph.setJobName(program.pipeline());
        return graph;
    }

    /** The same table with other options. */
    static CreateTableOperation withOptions(CreateTableOperation create, Map<String, String> options) {
        return new CreateTableOperation(
                create.getTableIdentifier(),
                create.getCatalogTable().copy(options),
                create.isIgnoreIfExists(),
                create.isTemporary());
    }

    /** Plans INSERTs together as a plan that can be kept, without the options of tables, which may hold secrets. */
    String compile(List<ModifyOperation> inserts) {
        tableEnvironment
                .getConfig()
                .set(TableConfigOptions.PLAN_COMPILE_CATALOG_OBJECTS, CatalogPlanCompilation.SCHEMA);
        return internal.compilePlan(inserts).asJsonString();
    }

    /** The operators of a plan that was kept; the options of tables are those declared in this session. */
    List<Transformation<?>> load(String plan) {
        tableEnvironment
                .getConfig()
                .set(TableConfigOptions.PLAN_RESTORE_CATALOG_OBJECTS, CatalogPlanRestore.IDENTIFIER);
        Planner planner = internal.getPlanner();
        try {
            return planner.translatePlan(planner.loadPlan(PlanReference.fromJsonString(plan)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plans INSERTs together, as they would run, down to the operators of the job. */
    List<Transformation<?>> plan(List<ModifyOperation> inserts) {
        return internal.getPlanner().translate(inserts);
    }
}
