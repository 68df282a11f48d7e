package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.NearestName;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ResourceManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateChangelogOptions;
import org.apache.flink.configuration.StateLatencyTrackOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.table.api.config.OptimizerConfigOptions;
import org.apache.flink.table.api.config.TableConfigOptions;

/**
 * Flink's options, as declared by its own classes, which Flink itself checks only once it reads them: a misspelt key
 * would do nothing at all.
 */
final class FlinkOptions {

    /** Those that pipelines set most come first: a class is only looked into when no earlier one knows the key. */
    private static final List<Class<?>> DECLARING = List.of(
            CheckpointingOptions.class,
            ExecutionConfigOptions.class,
            CoreOptions.class,
            TableConfigOptions.class,
            PipelineOptions.class,
            ExecutionOptions.class,
            RestartStrategyOptions.class,
            StateBackendOptions.class,
            OptimizerConfigOptions.class,
            StateRecoveryOptions.class,
            TaskManagerOptions.class,
            JobManagerOptions.class,
            BatchExecutionOptions.class,
            BlobServerOptions.class,
            ClusterOptions.class,
            DeploymentOptions.class,
            HeartbeatManagerOptions.class,
            MetricOptions.class,
            NettyShuffleEnvironmentOptions.class,
            ResourceManagerOptions.class,
            RestOptions.class,
            StateChangelogOptions.class,
            StateLatencyTrackOptions.class);

    /** Families whose keys are open or are declared by plug-ins that need not be on the class path. */
    private static final List<String> OPEN_FAMILIES =
            List.of("fs.", "kubernetes.", "metrics.reporter.", "oss.", "s3.", "state.backend.rocksdb.", "yarn.");

    /** Declared by the planner's Scala objects, which have no public fields. */
    private static final Set<String> EXPERIMENTAL = Set.of(
            "table.exec.emit.allow-lateness",
            "table.exec.emit.early-fire.delay",
            "table.exec.emit.early-fire.enabled",
            "table.exec.emit.late-fire.delay",
            "table.exec.emit.late-fire.enabled",
            "table.exec.range-sort.enabled",
            "table.optimizer.cnf-nodes-limit",
            "table.optimizer.incremental-agg-enabled",
            "table.optimizer.join.null-filter-threshold",
            "table.optimizer.reuse-optimize-block-with-digest-enabled",
            "table.optimizer.rows-per-local-agg",
            "table.optimizer.semi-anti-join.build-distinct.ndv-ratio",
            "table.optimizer.shuffle-by-partial-key-enabled",
            "table.optimizer.smj.remove-sort-enabled",
            "table.optimizer.union-all-as-breakpoint-enabled");

    private final Map<String, ConfigOption<?>> declared = new LinkedHashMap<>();
    private final Iterator<Class<?>> unread = DECLARING.iterator();

    /** Whether Flink knows a key. */
    boolean isKnown(String key) {
        return EXPERIMENTAL.contains(key)
                || OPEN_FAMILIES.stream().anyMatch(key::startsWith)
                || option(key).isPresent();
    }

    /** The known key that a misspelt one most likely means. */
    Optional<String> nearest(String key) {
        while (unread.hasNext()) {
            read(unread.next());
        }
        return NearestName.of(key, declared.keySet());
    }

    /** What is wrong with a value of a known key, as a sentence; empty where Flink can read it. */
    Optional<String> problem(String key, String value) {
        return option(key).flatMap(option -> {
            try {
                Configuration configuration = new Configuration();
                configuration.setString(key, value);
                configuration.get(option);
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(describe(key, value, e));
            }
        });
    }

    private static String describe(String key, String value, IllegalArgumentException error) {
        String reason = FlinkMessages.summary(error, new Redaction());
        String problem = "'" + value + "' is not a value of '" + key + "'";
        int expected = reason.indexOf("Expected one of");
        return expected < 0 ? problem : problem + ": " + reason.substring(expected);
    }

    private Optional<ConfigOption<?>> option(String key) {
        while (!declared.containsKey(key) && unread.hasNext()) {
            read(unread.next());
        }
        return Optional.ofNullable(declared.get(key));
    }

    private void read(Class<?> declaring) {
        for (Field field : declaring.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
                ConfigOption<?> option = value(field);
                keys(option).forEach(key -> declared.putIfAbsent(key, option));
            }
        }
    }

    private static List<String> keys(ConfigOption<?> option) {
        List<String> keys = new ArrayList<>(List.of(option.key()));
        StreamSupport.stream(option.fallbackKeys().spliterator(), false)
                .map(fallback -> fallback.getKey())
                .forEach(keys::add);
        return keys;
    }

    private static ConfigOption<?> value(Field field) {
        try {
            return (ConfigOption<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a public field of " + field.getDeclaringClass() + " is not readable", e);
        }
    }
}
