package io.millrace.launcher.session;

import org.apache.flink.client.deployment.executors.AbstractSessionClusterExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;

/** Submits jobs to a session's cluster; Flink loads this class as a service. */
public final class SessionExecutorFactory implements PipelineExecutorFactory {

    @Override
    public String getName() {
        return SessionTargets.NAME;
    }

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
        return SessionTargets.isMeantBy(configuration);
    }

    @Override
    public PipelineExecutor getExecutor(Configuration configuration) {
        return new AbstractSessionClusterExecutor<>(new SessionClusterFactory());
    }
}
