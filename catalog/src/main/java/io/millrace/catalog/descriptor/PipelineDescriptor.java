package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file under {@code pipelines/}, as written.
 *
 * @param name the pipeline's name, also the Flink job's
 * @param domain the directory under {@code pipelines/}; empty for a file directly in it
 * @param schedule when it runs; only of a batch pipeline
 * @param scripts paths of the SQL files of each stage, relative to the project root
 * @param expectations what is expected of the rows of its tables and views
 * @param deadLetters the table that takes the rows which are not as expected
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
        List<TableExpectations> expectations,
        Optional<Located<String>> deadLetters,
        Map<String, EnvironmentOverride> overrides) {

    /** What differs for the pipeline in one environment. */
    public record EnvironmentOverride(Located<String> environment, Settings settings, List<TableOptions> tables) {}

    /** The options of tables that it sets, for all environments and for one. */
    public Stream<List<TableOptions>> tablesEverywhere() {
        return Stream.concat(Stream.of(tables), overrides.values().stream().map(EnvironmentOverride::tables));
    }

    /** What differs in an environment; empty where nothing does. */
    public Optional<EnvironmentOverride> override(String environment) {
        return Optional.ofNullable(overrides.get(environment));
    }
}
