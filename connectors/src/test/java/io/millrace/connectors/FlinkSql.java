package io.millrace.connectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;

/** Runs SQL on the cluster of this JVM, in UTC and with two subtasks an operator. */
public final class FlinkSql {

    private final TableEnvironment environment;

    private FlinkSql(EnvironmentSettings settings) {
        environment = TableEnvironment.create(settings);
        environment.getConfig().set("execution.target", "remote");
        environment.getConfig().set("rest.address", "localhost");
        environment.getConfig().set("rest.port", Integer.toString(SharedCluster.restPort()));
        environment.getConfig().set("table.local-time-zone", "UTC");
        environment.getConfig().set("parallelism.default", "2");
    }

    /** Returns a session in streaming mode. */
    public static FlinkSql streaming() {
        return new FlinkSql(EnvironmentSettings.inStreamingMode());
    }

    /** Returns a session in batch mode. */
    public static FlinkSql batch() {
        return new FlinkSql(EnvironmentSettings.inBatchMode());
    }

    /** Lets jobs take checkpoints all the time, and start again as often as they fail. */
    public FlinkSql restarting() {
        environment.getConfig().set("execution.checkpointing.interval", "200 ms");
        environment.getConfig().set("restart-strategy.type", "fixed-delay");
        environment.getConfig().set("restart-strategy.fixed-delay.attempts", "1000");
        environment.getConfig().set("restart-strategy.fixed-delay.delay", "500 ms");
        return this;
    }

    /**
     * Does work on another thread, which sees the class path of this one, unlike those of the common pool. The work makes its
     * own session, since a planner belongs to its thread.
     */
    public static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, command -> new Thread(command, "background").start());
    }

    /** Runs a statement that gives no rows, and waits for its job. */
    public FlinkSql run(String statement) {
        try {
            environment.executeSql(statement).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Returns the rows of a query as Flink prints them, sorted. */
    public List<String> rows(String query) {
        List<String> texts = new ArrayList<>();
        environment.executeSql(query).collect().forEachRemaining(row -> texts.add(row.toString()));
        return texts.stream().sorted().toList();
    }

    /** Plans a query without running it. */
    public String explain(String statement) {
        return environment.explainSql(statement);
    }

    /** Returns the messages of an error and its causes, one a line. */
    public static String messages(Throwable error) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            messages.add(String.valueOf(cause.getMessage()));
            Arrays.stream(cause.getSuppressed()).map(Throwable::getMessage).forEach(messages::add);
        }
        return String.join("\n", messages);
    }
}
