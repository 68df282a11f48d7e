package io.millrace.launcher.compile;

import io.millrace.catalog.descriptor.Environment.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The secrets of an environment, out of environment variables or files. */
public final class EnvironmentSecrets implements SecretSource {

    private final Secrets secrets;
    private final Path root;
    private final Map<String, String> variables;

    /**
     * @param root what a relative directory of files is relative to
     * @param variables the process's environment variables
     */
    public EnvironmentSecrets(Secrets secrets, Path root, Map<String, String> variables) {
        this.secrets = secrets;
        this.root = root;
        this.variables = variables;
    }

    /** A file's value ends before its last line break, if it has one; one that cannot be read has no value. */
    @Override
    public Optional<String> value(String name) {
        if (secrets instanceof Secrets.FromFiles files) {
            return read(root.resolve(files.directory()).normalize(), name);
        }
        return Optional.ofNullable(variables.get(variable((Secrets.FromEnv) secrets, name)));
    }

    /** The environment variable that holds a secret. */
    public static String variable(Secrets.FromEnv secrets, String name) {
        return secrets.prefix() + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Optional<String> read(Path directory, String name) {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).replaceFirst("\\r?\\n\\z", ""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
