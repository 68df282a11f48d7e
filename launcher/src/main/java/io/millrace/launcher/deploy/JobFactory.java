package io.millrace.launcher.deploy;

import io.millrace.launcher.cluster.JobParameters;
import io.millrace.launcher.cluster.SavedState;
import io.millrace.launcher.compile.CompiledPipeline;
import io.millrace.launcher.compile.DeployableProgram;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.RestoreMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;

/** Makes the jobs that are deployed. They tell the cluster what they are, and leave their checkpoints behind. */
final class JobFactory {

    private JobFactory() {}

    /**
     * The job of a compiled plan.
     *
     * @param from the state that it goes on from
     * @param incomplete whether some of that state may belong to no operator
     */
    static JobGraph streaming(
            DeployableProgram program,
            String plan,
            String jobId,
            JobParameters parameters,
            Optional<SavedState> from,
            boolean incomplete) {
        Configuration additions = additions(parameters);
        additions.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        JobGraph job = program.job(plan, additions);
        job.setJobID(JobID.fromHexString(jobId));
        from.map(state -> SavepointRestoreSettings.forPath(state.path(), incomplete, RestoreMode.NO_CLAIM))
                .ifPresent(job::setSavepointRestoreSettings);
        return job;
    }

    /** The job of a batch pipeline. */
    static JobGraph batch(CompiledPipeline pipeline, String jobId, JobParameters parameters) {
        JobGraph job = pipeline.streamGraph(additions(parameters)).getJobGraph(pipeline.classLoader(), null);
        job.setJobID(JobID.fromHexString(jobId));
        return job;
    }

    private static Configuration additions(JobParameters parameters) {
        Configuration additions = new Configuration();
        additions.set(PipelineOptions.GLOBAL_JOB_PARAMETERS, parameters.map());
        return additions;
    }
}
