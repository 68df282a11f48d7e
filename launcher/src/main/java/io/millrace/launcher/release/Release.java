package io.millrace.launcher.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.millrace.catalog.descriptor.Mode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was deployed of a pipeline: everything that starting it again needs, but secrets and Millrace itself.
 *
 * @param revision counts the releases of the pipeline in an environment, from 1
 * @param fingerprint is another for whatever makes another release
 * @param sql as {@code print} shows it, with secrets as placeholders
 * @param plan Flink's, with the ids that its operators run under; empty for a batch pipeline, which has none
 * @param highestId above every id that the pipeline's plans have used
 * @param tables the connector options of each table, by the name that the plan gives it; secrets are placeholders
 * @param jars the project's, by content
 * @param replaces the revision whose state it went on from; 0 where it started without
 * @param verdict on the state of that revision, in lower case; empty where there was none
 * @param gitCommit of the project's folder; empty where there is none
 * @param who the user and host that deployed it
 * @param time in ISO 8601, UTC
 */
public record Release(
        String pipeline,
        int revision,
        Mode mode,
        String fingerprint,
        String sql,
        String plan,
        int highestId,
        Map<String, Map<String, String>> tables,
        List<ReleasedJar> jars,
        int replaces,
        String verdict,
        String gitCommit,
        String who,
        String time) {

    public Release {
        tables = new TreeMap<>(tables);
        jars = List.copyOf(jars);
    }

    @JsonIgnore
    public boolean isStreaming() {
        return mode == Mode.STREAMING;
    }
}
