package io.millrace.launcher.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.flink.client.program.ClusterClient;
import org.apache.flink.client.program.MiniClusterClient.MiniClusterId;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;

/** Which cluster the jobs of which session run on: Flink makes its executors itself and hands them options only. */
final class SessionTargets {

    /** The value of Flink's {@code execution.target}. */
    static final String NAME = "millrace-session";

    private static final ConfigOption<String> SESSION =
            ConfigOptions.key("millrace.session").stringType().noDefaultValue();

    private static final Map<String, Supplier<ClusterClient<MiniClusterId>>> CLUSTERS = new ConcurrentHashMap<>();

    private SessionTargets() {}

    /** Makes jobs that are submitted with a configuration run on a cluster, which is asked for with the first job. */
    static void register(String session, Configuration configuration, Supplier<ClusterClient<MiniClusterId>> cluster) {
        CLUSTERS.put(session, cluster);
        configuration.set(DeploymentOptions.TARGET, NAME);
        configuration.set(SESSION, session);
    }

    static void remove(String session) {
        CLUSTERS.remove(session);
    }

    static boolean isMeantBy(Configuration configuration) {
        return NAME.equals(configuration.get(DeploymentOptions.TARGET)) && configuration.contains(SESSION);
    }

    static ClusterClient<MiniClusterId> cluster(Configuration configuration) {
        Supplier<ClusterClient<MiniClusterId>> cluster = CLUSTERS.get(configuration.get(SESSION));
        if (cluster == null) {
            throw new IllegalStateException("the session is closed");
        }
        return cluster.get();
    }
}
