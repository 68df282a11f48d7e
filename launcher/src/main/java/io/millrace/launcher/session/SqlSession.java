package io.millrace.launcher.session;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.launcher.compile.SessionConfiguration;
import io.millrace.launcher.compile.SessionDeclarations;
import io.millrace.launcher.compile.SessionErrors;
import io.millrace.launcher.compile.StandInSecrets;
import io.millrace.launcher.run.SessionCluster;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.client.program.ClusterClient;
import org.apache.flink.client.program.MiniClusterClient.MiniClusterId;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.RestartStrategyOptions.RestartStrategyType;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.TableConfigOptions;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.client.gateway.SingleSessionManager;
import org.apache.flink.table.gateway.api.operation.OperationHandle;
import org.apache.flink.table.gateway.api.session.SessionEnvironment;
import org.apache.flink.table.gateway.rest.util.SqlGatewayRestAPIVersion;
import org.apache.flink.table.gateway.service.context.DefaultContext;
import org.apache.flink.table.gateway.service.context.SessionContext;
import org.apache.flink.table.gateway.service.operation.OperationExecutor;
import org.apache.flink.table.gateway.service.result.ResultFetcher;
import org.apache.flink.table.gateway.service.session.Session;

/**
 * One session of Flink's SQL gateway, in this process and without its server. Statements run one at a time; jobs run on
 * a cluster of the session, which starts with the first of them and ends with the session.
 */
public final class SqlSession implements AutoCloseable {

    private static final int RESTARTS = 3;
    private static final Duration RESTART_DELAY = Duration.ofSeconds(1);

    private final String id = UUID.randomUUID().toString();
    private final SessionCluster cluster = new SessionCluster();
    private final SingleSessionManager manager;
    private final Session session;
    private final OperationExecutor executor;
    private final PlaceholderFactory tables;
    private final SessionErrors errors;
    private final List<PipelineProgram> programs;

    private SqlSession(SessionRequest request, DiagnosticCollector problems) {
        this.programs = request.programs();
        Configuration configuration = SessionConfiguration.of(programs, request.jars(), problems);
        SessionTargets.register(id, configuration, () -> cluster(request));
        this.manager = new SingleSessionManager(
                new DefaultContext(configuration, request.jars().urls()));
        this.session = manager.openSession(SessionEnvironment.newBuilder()
                .setSessionEndpointVersion(SqlGatewayRestAPIVersion.getDefaultVersion())
                .build());
        this.executor = session.createExecutor();
        this.tables = new PlaceholderFactory(
                request.values(), request.rewriter(), request.redaction(), new StandInSecrets(request.jars()));
        context().getSessionState().moduleManager.loadModule(PlaceholderModule.NAME, new PlaceholderModule(tables));
        this.errors = new SessionErrors(executor.getTableEnvironment(), request.redaction());
    }

    /**
     * Opens a session, in which nothing is declared yet.
     *
     * @param problems receives options that Flink refuses, which the session does not have
     */
    public static SqlSession open(SessionRequest request, DiagnosticCollector problems) {
        return new SqlSession(request, problems);
    }

    /**
     * Declares what the pipelines are made of; the first of two equal names stays.
     *
     * @param problems receives what cannot be declared
     * @return what was left out for its name
     */
    public List<SessionDeclarations.Conflict> declare(DiagnosticCollector problems) {
        TableEnvironmentInternal environment = executor.getTableEnvironment();
        SessionDeclarations declarations = new SessionDeclarations(
                (StreamTableEnvironment) environment, context().getUserClassloader(), errors, problems);
        programs.forEach(declarations::declare);
        return declarations.conflicts();
    }

    /** Runs one statement as Flink's gateway would; a batch job to its end. */
    ResultFetcher execute(SqlStatement statement, String text) {
        StatementEffect effect = StatementEffect.of(statement);
        tables.connects(effect == StatementEffect.QUERIES || effect == StatementEffect.ACTS);
        return executor.executeStatement(OperationHandle.create(), additions(effect), text);
    }

    /** The candidates for the word at a position of an unfinished statement. */
    List<String> complete(String statement, int position) {
        return List.of(executor.getTableEnvironment().getParser().getCompletionHints(statement, position));
    }

    /** The options as they are now. */
    Configuration configuration() {
        return context().getSessionConf();
    }

    boolean isStreaming() {
        return configuration().get(ExecutionOptions.RUNTIME_MODE) == RuntimeExecutionMode.STREAMING;
    }

    SessionErrors errors() {
        return errors;
    }

    /** Where the session's jobs run; may only be asked for once there are any. */
    ClusterClient<MiniClusterId> cluster() {
        return cluster.client();
    }

    ClassLoader classLoader() {
        return context().getUserClassloader();
    }

    /** Ends the session and its jobs. */
    @Override
    public void close() {
        SessionTargets.remove(id);
        cluster.close();
        manager.closeSession(session.getSessionHandle());
        manager.stop();
    }

    private ClusterClient<MiniClusterId> cluster(SessionRequest request) {
        if (!request.embedded()) {
            throw SessionFailure.noTarget(
                    "the environment '" + request.environment() + "' has no 'target: embedded' to run jobs in");
        }
        return cluster.client();
    }

    private SessionContext context() {
        return executor.getSessionContext();
    }

    /** What a statement needs besides the session's options, which win. */
    private Configuration additions(StatementEffect effect) {
        Configuration own = configuration();
        Configuration additions = new Configuration();
        if (effect == StatementEffect.QUERIES) {
            // Exactly once would hold each row back until the next checkpoint.
            if (!own.contains(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE)) {
                additions.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.AT_LEAST_ONCE);
            }
        } else if (!isStreaming()) {
            additions.set(TableConfigOptions.TABLE_DML_SYNC, true);
        }
        if (!own.contains(RestartStrategyOptions.RESTART_STRATEGY)) {
            restarts(additions, effect != StatementEffect.QUERIES && isStreaming());
        }
        return additions;
    }

    /** Without these Flink would restart a job with checkpoints for ever. */
    private static void restarts(Configuration additions, boolean some) {
        RestartStrategyType type = some ? RestartStrategyType.FIXED_DELAY : RestartStrategyType.NO_RESTART_STRATEGY;
        additions.set(RestartStrategyOptions.RESTART_STRATEGY, type.getMainValue());
        if (some) {
            additions.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
            additions.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, RESTART_DELAY);
        }
    }
}
