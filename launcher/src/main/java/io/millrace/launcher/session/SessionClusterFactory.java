package io.millrace.launcher.session;

import org.apache.flink.client.deployment.ClusterClientFactory;
import org.apache.flink.client.deployment.ClusterDescriptor;
import org.apache.flink.client.deployment.ClusterSpecification;
import org.apache.flink.client.program.MiniClusterClient.MiniClusterId;
import org.apache.flink.configuration.Configuration;

/** Finds a session's cluster for Flink, which loads this class as a service. */
public final class SessionClusterFactory implements ClusterClientFactory<MiniClusterId> {

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
        return SessionTargets.isMeantBy(configuration);
    }

    @Override
    public ClusterDescriptor<MiniClusterId> createClusterDescriptor(Configuration configuration) {
        return new SessionClusterDescriptor(configuration);
    }

    @Override
    public MiniClusterId getClusterId(Configuration configuration) {
        return MiniClusterId.INSTANCE;
    }

    @Override
    public ClusterSpecification getClusterSpecification(Configuration configuration) {
        throw new UnsupportedOperationException("a session's cluster is not deployed");
    }
}
