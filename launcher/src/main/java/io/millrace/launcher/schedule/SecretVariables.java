package io.millrace.launcher.schedule;

import io.millrace.catalog.descriptor.Environment.Secrets;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.launcher.compile.EnvironmentSecrets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The environment variables from which runs take their secrets. Only names are known here, never values. */
final class SecretVariables {

    private final Optional<Secrets> secrets;

    SecretVariables(Optional<Secrets> secrets) {
        this.secrets = secrets;
    }

    /** The names of a pipeline's secrets by the variables that hold them; none where they are in files. */
    Map<String, String> of(ScheduledPipeline pipeline) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (secrets.isPresent() && secrets.get() instanceof Secrets.FromEnv env) {
            pipeline.secrets().forEach(name -> variables.putIfAbsent(EnvironmentSecrets.variable(env, name), name));
        }
        return variables;
    }

    /** The variables of several pipelines. */
    List<String> all(Collection<ScheduledPipeline> pipelines) {
        return pipelines.stream()
                .flatMap(pipeline -> of(pipeline).keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The directory with a file a secret. */
    Optional<String> directory() {
        return secrets.isPresent() && secrets.get() instanceof Secrets.FromFiles files
                ? Optional.of(files.directory())
                : Optional.empty();
    }

    /** Reports that a scheduler gives secrets as variables alone, where a pipeline takes them from files. */
    void requireVariables(String scheduler, ScheduledPipeline pipeline, DiagnosticCollector problems) {
        if (directory().isPresent() && !pipeline.secrets().isEmpty()) {
            problems.error(
                    DiagnosticCode.SCHEDULE_NOT_SUPPORTED,
                    pipeline.location(),
                    scheduler + " keeps secrets in variables, and this environment takes them from files",
                    "give the environment secrets: { from: env }");
        }
    }
}
