package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One environment of {@code millrace.yaml}, as written.
 *
 * @param target where pipelines run; empty where the environment is for validating and printing
 * @param sandbox whether the sandbox's servers define its variables and secrets
 * @param secrets where secrets come from; empty where the environment has none of its own
 */
public record Environment(
        String name,
        SourceLocation location,
        Optional<Target> target,
        boolean sandbox,
        Map<String, Located<String>> variables,
        Optional<Secrets> secrets,
        Settings settings,
        List<TableOptions> tables) {

    /** Where an environment's secrets come from. */
    public sealed interface Secrets {

        /** Environment variables: the prefix, then the secret's name in capitals with {@code _} for other characters. */
        record FromEnv(String prefix) implements Secrets {}

        /** Files named like the secrets in a directory, relative to the project root or absolute. */
        record FromFiles(String directory) implements Secrets {}
    }

    /** The environment that a project without any has: embedded, without variables. */
    public static Environment implicit(String name, SourceLocation location) {
        return new Environment(
                name,
                location,
                Optional.of(new Target.Embedded()),
                false,
                Map.of(),
                Optional.empty(),
                Settings.NONE,
                List.of());
    }

    /** Whether pipelines run in the launcher's own JVM. */
    public boolean embedded() {
        return target.filter(Target.Embedded.class::isInstance).isPresent();
    }

    /** The cluster on which pipelines run; empty where they run on none. */
    public Optional<Target.Session> session() {
        return target.filter(Target.Session.class::isInstance).map(Target.Session.class::cast);
    }
}
