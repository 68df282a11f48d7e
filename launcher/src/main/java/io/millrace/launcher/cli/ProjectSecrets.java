package io.millrace.launcher.cli;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.launcher.compile.EnvironmentSecrets;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SecretSource;
import io.millrace.launcher.local.SandboxFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the secrets of an environment come from: its own source first, then the local servers. */
final class ProjectSecrets {

    private ProjectSecrets() {}

    /**
     * The secrets of an environment.
     *
     * @param redaction learns those of the local servers at once
     */
    static SecretSource of(
            Environment environment,
            Optional<SandboxFolder.Running> sandbox,
            Path root,
            Console console,
            Redaction redaction) {
        Map<String, String> local = sandbox.map(SandboxFolder.Running::secrets).orElse(Map.of());
        local.values().forEach(redaction::add);
        Optional<SecretSource> own =
                environment.secrets().map(secrets -> new EnvironmentSecrets(secrets, root, console.environment()));
        return name -> own.flatMap(source -> source.value(name)).or(() -> Optional.ofNullable(local.get(name)));
    }
}
