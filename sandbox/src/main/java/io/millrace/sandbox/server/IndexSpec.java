package io.millrace.sandbox.server;

import io.millrace.sandbox.state.SandboxException;
import java.nio.file.Path;

/**
 * An Elasticsearch index that must exist.
 *
 * @param mapping a JSON file: a whole create-index body, or the mapping alone
 */
public record IndexSpec(String name, Path mapping) {

    /**
     * Reads {@code NAME=MAPPINGFILE}.
     *
     * @throws SandboxException of kind USAGE
     */
    public static IndexSpec parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw SandboxException.usage("index '" + text + "': write NAME=MAPPINGFILE");
        }
        String name = text.substring(0, equals);
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,199}")) {
            throw SandboxException.usage(
                    "index '" + name
                            + "' has a name that Elasticsearch does not take: use lower case letters, digits, '_', '-' and '.'");
        }
        return new IndexSpec(
                name, Path.of(text.substring(equals + 1)).toAbsolutePath().normalize());
    }
}
