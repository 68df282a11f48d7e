package io.millrace.catalog.settings;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.TableOptions;
import io.millrace.catalog.settings.Resolved.Layer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which WITH options of a pipeline's tables are replaced or added, by the same precedence as settings. */
public final class TableOptionsResolver {

    private TableOptionsResolver() {}

    /** By table name, then by option key. */
    public static Map<String, Map<String, Resolved<String>>> resolve(
            Environment environment, PipelineDescriptor pipeline) {
        Map<String, Map<String, Resolved<String>>> tables = new LinkedHashMap<>();
        put(tables, environment.tables(), Layer.ENVIRONMENT);
        put(tables, pipeline.tables(), Layer.PIPELINE);
        pipeline.override(environment.name())
                .ifPresent(override -> put(tables, override.tables(), Layer.PIPELINE_ENVIRONMENT));
        return tables;
    }

    private static void put(
            Map<String, Map<String, Resolved<String>>> tables, List<TableOptions> written, Layer layer) {
        for (TableOptions table : written) {
            Map<String, Resolved<String>> options =
                    tables.computeIfAbsent(table.table(), name -> new LinkedHashMap<>());
            table.options()
                    .forEach((key, value) ->
                            options.put(key, new Resolved<>(value.value(), layer, Optional.of(value.location()))));
        }
    }
}
