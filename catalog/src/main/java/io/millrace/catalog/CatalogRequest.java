package io.millrace.catalog;

import io.millrace.catalog.descriptor.Environment;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * What to load.
 *
 * @param root the folder that holds {@code millrace.yaml}
 * @param environment the chosen environment's name
 * @param settings options from the command line, by short name or Flink's key
 * @param provided variables that an environment gets besides its own, which those override; the sandbox's
 */
public record CatalogRequest(
        Path root,
        String environment,
        Map<String, String> settings,
        Function<Environment, Map<String, String>> provided) {}
