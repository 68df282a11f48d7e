package io.millrace.catalog.settings;

import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.Optional;

/**
 * A value with the layer and place that decided it.
 *
 * @param layer which layer of the precedence won
 * @param location where it was written; empty for the command line and for defaults
 */
public record Resolved<T>(T value, Layer layer, Optional<SourceLocation> location) {

    /** The layers of precedence, the strongest first. */
    public enum Layer {
        COMMAND_LINE("--set"),
        PIPELINE_ENVIRONMENT("pipeline, for the environment"),
        PIPELINE("pipeline"),
        ENVIRONMENT("environment"),
        PROJECT("project"),
        DEFAULT("Millrace default");

        private final String label;

        Layer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where the value came from, in words: a file, line and column, or the layer's name. */
    public String origin() {
        return location.map(place -> place + " (" + layer.label() + ")").orElse(layer.label());
    }
}
