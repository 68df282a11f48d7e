package io.millrace.launcher.state;

import java.util.Map;
import java.util.Optional;

/**
 * A compiled plan with what is needed to judge its state and does not stand in it.
 *
 * @param json what Flink's CompiledPlan.asJsonString() gave; for the plan that runs, as it was deployed
 * @param tableOptions for each table that it reads or writes, by the name that the plan gives it, a fingerprint of the
 *     connector options without secrets
 * @param settings the pipeline's Flink options; of meaning are table.exec.state.ttl and pipeline.max-parallelism
 */
public record DeployablePlan(String json, Map<String, String> tableOptions, Map<String, String> settings) {

    public DeployablePlan {
        tableOptions = Map.copyOf(tableOptions);
        settings = Map.copyOf(settings);
    }

    Optional<String> tableOptions(String table) {
        return Optional.ofNullable(tableOptions.get(table));
    }

    Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }
}
