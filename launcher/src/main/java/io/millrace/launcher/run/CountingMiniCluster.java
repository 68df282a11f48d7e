package io.millrace.launcher.run;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.metrics.MetricRegistryConfiguration;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.metrics.ReporterSetup;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** A MiniCluster whose metrics also go to an object of this process. */
@SuppressWarnings("try") // MiniCluster.close() declares Exception, so its owner handles an interrupt anyway
final class CountingMiniCluster extends MiniCluster {

    private final RecordCounters counters;

    CountingMiniCluster(MiniClusterConfiguration configuration, RecordCounters counters) {
        super(configuration);
        this.counters = counters;
    }

    @Override
    protected MetricRegistryImpl createMetricRegistry(Configuration configuration, long maximumMessageSize) {
        return new MetricRegistryImpl(
                MetricRegistryConfiguration.fromConfiguration(configuration, maximumMessageSize),
                List.of(ReporterSetup.forReporter("millrace", counters)));
    }
}
