package io.millrace.launcher.session;

import org.apache.flink.client.deployment.ClusterDescriptor;
import org.apache.flink.client.deployment.ClusterSpecification;
import org.apache.flink.client.deployment.application.ApplicationConfiguration;
import org.apache.flink.client.program.ClusterClientProvider;
import org.apache.flink.client.program.MiniClusterClient.MiniClusterId;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;

/** Leads to the cluster of the session that a configuration belongs to. */
final class SessionClusterDescriptor implements ClusterDescriptor<MiniClusterId> {

    private final Configuration configuration;

    SessionClusterDescriptor(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public String getClusterDescription() {
        return "the session's cluster";
    }

    @Override
    public ClusterClientProvider<MiniClusterId> retrieve(MiniClusterId id) {
        return () -> SessionTargets.cluster(configuration);
    }

    @Override
    public ClusterClientProvider<MiniClusterId> deploySessionCluster(ClusterSpecification specification) {
        throw notDeployed();
    }

    @Override
    public ClusterClientProvider<MiniClusterId> deployApplicationCluster(
            ClusterSpecification specification, ApplicationConfiguration application) {
        throw notDeployed();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still demands it
    public ClusterClientProvider<MiniClusterId> deployJobCluster(
            ClusterSpecification specification, JobGraph job, boolean detached) {
        throw notDeployed();
    }

    @Override
    public void killCluster(MiniClusterId id) {
        throw new UnsupportedOperationException("a session's cluster ends with the session");
    }

    @Override
    public void close() {}

    private static UnsupportedOperationException notDeployed() {
        return new UnsupportedOperationException("a session's cluster is not deployed");
    }
}
