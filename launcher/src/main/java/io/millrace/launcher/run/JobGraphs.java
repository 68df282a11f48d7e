package io.millrace.launcher.run;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.launcher.compile.CompiledPipeline;
import io.millrace.launcher.compile.CompiledQuery;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.RestoreMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;

/** Makes the job of a pipeline, with what running it embedded adds to its own options. */
final class JobGraphs {

    private static final int RESTARTS = 3;
    private static final Duration RESTART_DELAY = Duration.ofSeconds(1);

    private JobGraphs() {}

    static JobGraph of(RunRequest request) {
        CompiledPipeline pipeline = request.pipeline();
        Configuration own = pipeline.configuration();
        JobGraph job = pipeline.streamGraph(additions(request, own)).getJobGraph(pipeline.classLoader(), null);
        job.addJars(pipeline.jars());
        request.state()
                .restorePoint()
                .map(point -> SavepointRestoreSettings.forPath(
                        point.checkpoint().toUri().toString(), false, RestoreMode.NO_CLAIM))
                .ifPresent(job::setSavepointRestoreSettings);
        return job;
    }

    /** The job of a query, which takes no checkpoints and fails at its first error. */
    static JobGraph of(CompiledQuery query) {
        Configuration additions = new Configuration();
        additions.set(
                RestartStrategyOptions.RESTART_STRATEGY,
                RestartStrategyOptions.RestartStrategyType.NO_RESTART_STRATEGY.getMainValue());
        JobGraph job = query.streamGraph(additions).getJobGraph(query.classLoader(), null);
        job.addJars(query.jars());
        return job;
    }

    /** How many slots a job takes: each sharing group as many as its widest vertex. */
    static int slots(JobGraph job) {
        return job.getVerticesAsArray().length == 0
                ? 1
                : Arrays.stream(job.getVerticesAsArray())
                        .collect(Collectors.groupingBy(
                                JobVertex::getSlotSharingGroup,
                                Collectors.mapping(
                                        vertex -> Math.max(1, vertex.getParallelism()),
                                        Collectors.reducing(0, Math::max))))
                        .values()
                        .stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    private static Configuration additions(RunRequest request, Configuration own) {
        Configuration additions = new Configuration();
        if (!own.contains(RestartStrategyOptions.RESTART_STRATEGY)) {
            additions.set(
                    RestartStrategyOptions.RESTART_STRATEGY,
                    RestartStrategyOptions.RestartStrategyType.FIXED_DELAY.getMainValue());
            additions.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
            additions.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, RESTART_DELAY);
        }
        if (request.pipeline().program().mode() == Mode.STREAMING) {
            additions.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            additions.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    request.state().checkpointFolder().toUri().toString());
            additions.set(
                    CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                    ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        }
        return additions;
    }
}
