package io.millrace.launcher.deploy;

import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SecretSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How pipelines are deployed.
 *
 * @param jars the project's
 * @param secrets put into the options of tables at the last moment
 * @param redaction learns them
 * @param patience how long each step may take
 * @param mayLoseState pipelines that are started although some of their state does not go on
 * @param fresh pipelines that are started without the state that there is
 * @param gitCommit of the project's folder; empty where there is none
 * @param who the user and host
 */
public record DeploySettings(
        DeploymentTarget target,
        List<Path> jars,
        SecretSource secrets,
        Redaction redaction,
        Duration patience,
        Set<String> mayLoseState,
        Set<String> fresh,
        String gitCommit,
        String who,
        DeployListener listener) {

    /** Whether a pipeline is started without the state that there is. */
    boolean startsFresh(String pipeline) {
        return fresh.contains(pipeline);
    }

    /** Whether a change may be made, as far as its state is concerned. */
    public boolean allows(PipelineChange change) {
        return change.keepsState() || mayLoseState.contains(change.pipeline()) || fresh.contains(change.pipeline());
    }
}
