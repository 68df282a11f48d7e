package io.millrace.launcher.local;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.launcher.compile.EnvironmentSecrets;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SecretSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An environment's secrets: its own, then those of the running sandbox. */
public final class SecretValues implements SecretSource {

    private final Optional<SecretSource> own;
    private final Map<String, String> local;

    /**
     * @param root what a relative directory of files is relative to
     * @param variables the process's environment variables
     * @param sandbox what the running servers define; empty where none is used
     * @param redaction learns the sandbox's secrets at once, used or not
     */
    public SecretValues(
            Environment environment,
            Path root,
            Map<String, String> variables,
            Optional<SandboxFolder.Running> sandbox,
            Redaction redaction) {
        this.own = environment.secrets().map(secrets -> new EnvironmentSecrets(secrets, root, variables));
        this.local = sandbox.map(SandboxFolder.Running::secrets).orElse(Map.of());
        local.values().forEach(redaction::add);
    }

    @Override
    public Optional<String> value(String name) {
        return own.flatMap(source -> source.value(name)).or(() -> Optional.ofNullable(local.get(name)));
    }
}
