package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file under {@code pipelines/}, as written.
 *
 * @param name the pipeline's name, also the Flink job's
 * @param domain the directory under {@code pipelines/}; empty for a file directly in it
 * @param schedule when it runs; only of a batch pipeline
 * @param scripts paths of the SQL files of each stage, relative to the project root
 * @param overrides what differs in an environment, by its name
 */
public record PipelineDescriptor(
        Located<String> name,
        String domain,
        Optional<String> description,
        Optional<String> owner,
        List<String> tags,
        Mode mode,
        Optional<Schedule> schedule,
        Map<Stage, List<Located<String>>> scripts,
        List<FunctionRef> functions,
        Settings settings,
        List<TableOptions> tables,
        Map<String, EnvironmentOverride> overrides) {

    /** What differs for the pipeline in one environment. */
    public record EnvironmentOverride(Located<String> environment, Settings settings, List<TableOptions> tables) {}

    /** What differs in an environment; empty where nothing does. */
    public Optional<EnvironmentOverride> override(String environment) {
        return Optional.ofNullable(overrides.get(environment));
    }
}
