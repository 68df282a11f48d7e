package io.millrace.catalog.settings;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.ProjectDescriptor;
import io.millrace.catalog.descriptor.SettingKey;
import io.millrace.catalog.descriptor.Settings;
import io.millrace.catalog.settings.Resolved.Layer;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides a pipeline's Flink options: the strongest layer that names one wins, and its place is kept. */
public final class SettingsResolver {

    /** The one place where Millrace's own defaults stand. */
    private static final Map<String, String> DEFAULTS = Map.of(
            SettingKey.PARALLELISM.option(), "1",
            SettingKey.TIME_ZONE.option(), "UTC");

    private static final Map<String, String> STREAMING_DEFAULTS =
            Map.of(SettingKey.CHECKPOINT_INTERVAL.option(), "10 s");

    private final ProjectDescriptor project;
    private final Environment environment;
    private final Map<String, String> commandLine;

    /** @param commandLine options given as {@code --set}, by short name or Flink's key */
    public SettingsResolver(ProjectDescriptor project, Environment environment, Map<String, String> commandLine) {
        this.project = project;
        this.environment = environment;
        this.commandLine = commandLine;
    }

    /** Every option of a pipeline by Flink's key. */
    public SortedMap<String, Resolved<String>> resolve(PipelineDescriptor pipeline) {
        SortedMap<String, Resolved<String>> options = new TreeMap<>();
        defaults(options, DEFAULTS);
        if (pipeline.mode() == Mode.STREAMING) {
            defaults(options, STREAMING_DEFAULTS);
        }
        put(options, project.settings(), Layer.PROJECT);
        put(options, environment.settings(), Layer.ENVIRONMENT);
        put(options, pipeline.settings(), Layer.PIPELINE);
        pipeline.override(environment.name())
                .ifPresent(override -> put(options, override.settings(), Layer.PIPELINE_ENVIRONMENT));
        commandLine.forEach((key, value) ->
                options.put(flinkKey(key), new Resolved<>(value, Layer.COMMAND_LINE, Optional.empty())));
        options.put(
                "execution.runtime-mode",
                new Resolved<>(
                        pipeline.mode().label(),
                        Layer.PIPELINE,
                        Optional.of(pipeline.name().location())));
        return options;
    }

    private static void defaults(Map<String, Resolved<String>> options, Map<String, String> values) {
        values.forEach((key, value) -> options.put(key, new Resolved<>(value, Layer.DEFAULT, Optional.empty())));
    }

    private static void put(Map<String, Resolved<String>> options, Settings settings, Layer layer) {
        settings.options()
                .forEach((key, value) ->
                        options.put(key, new Resolved<>(value.value(), layer, Optional.of(value.location()))));
    }

    private static String flinkKey(String key) {
        for (SettingKey setting : SettingKey.values()) {
            if (setting.key().equals(key)) {
                return setting.option();
            }
        }
        return key;
    }
}
