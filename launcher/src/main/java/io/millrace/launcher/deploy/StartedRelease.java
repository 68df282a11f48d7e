package io.millrace.launcher.deploy;

import io.millrace.catalog.descriptor.SettingKey;
import io.millrace.launcher.cluster.JobParameters;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.Start;
import java.nio.file.Path;
import java.util.List;

/**
 * A release that is about to be started.
 *
 * @param ownJars those that it was released with; empty for those of the project as it is now
 */
record StartedRelease(Release release, Start start, List<Path> ownJars) {

    String jobId() {
        return start.jobId();
    }

    JobParameters parameters(DeploymentTarget target) {
        return new JobParameters(
                target.project(),
                target.environment(),
                release.pipeline(),
                release.revision(),
                start.attempt(),
                release.fingerprint());
    }

    /** Whether its job takes checkpoints by itself. */
    boolean takesCheckpoints() {
        return ReleasedProgram.program(release).settings().containsKey(SettingKey.CHECKPOINT_INTERVAL.option());
    }

    List<Path> jars(List<Path> project) {
        return ownJars.isEmpty() ? project : ownJars;
    }

    StartedRelease with(ReleasedProgram program) {
        return new StartedRelease(release, start, program.jars());
    }
}
