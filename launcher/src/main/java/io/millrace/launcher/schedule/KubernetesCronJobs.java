package io.millrace.launcher.schedule;

import io.millrace.catalog.descriptor.Environment.Secrets;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.launcher.report.YamlText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CronJob of Kubernetes for each pipeline. */
public final class KubernetesCronJobs implements SchedulerFile {

    /** The Secret that holds a key for each of the environment's secrets. */
    private static final String SECRET = "millrace";

    /** Kubernetes makes the names of Jobs of it, which are longer. */
    private static final int LONGEST_NAME = 52;

    private static final int HASH_DIGITS = 8;

    private final RunInvocation run;
    private final SecretVariables secrets;
    private final String image;

    /** @param image that holds Millrace and the project */
    public KubernetesCronJobs(RunInvocation run, Optional<Secrets> secrets, String image) {
        this.run = run;
        this.secrets = new SecretVariables(secrets);
        this.image = image;
    }

    @Override
    public String text(List<ScheduledPipeline> pipelines, DiagnosticCollector problems) {
        StringBuilder text = new StringBuilder();
        for (ScheduledPipeline pipeline : pipelines) {
            IanaZone.of(pipeline, problems).ifPresent(zone -> text.append(text.isEmpty() ? "" : "---\n")
                    .append(YamlText.of(cronJob(pipeline, zone, problems))));
        }
        boolean any =
                pipelines.stream().anyMatch(pipeline -> !pipeline.secrets().isEmpty());
        List<String> head = any
                        && (secrets.directory().isPresent()
                                || !secrets.all(pipelines).isEmpty())
                ? List.of("The Secret '" + SECRET + "' holds a key for each secret, by its name.")
                : List.of();
        return FileComment.head("kubernetes", run, head) + text;
    }

    private Map<String, Object> cronJob(ScheduledPipeline pipeline, String zone, DiagnosticCollector problems) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name(pipeline.name()));
        metadata.put("labels", Map.of("app.kubernetes.io/name", "millrace"));
        Map<String, Object> pod = new LinkedHashMap<>();
        pod.put("restartPolicy", "Never");
        Map<String, Object> container = container(pipeline);
        pod.put("containers", List.of(container));
        mountSecrets(pipeline, pod, container, problems);
        Map<String, Object> job = new LinkedHashMap<>();
        // A run that failed has written what it had written; whether it may run again is for a person to say.
        job.put("backoffLimit", 0);
        job.put("template", Map.of("spec", pod));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("schedule", pipeline.cron().canonical());
        spec.put("timeZone", zone);
        spec.put("concurrencyPolicy", "Forbid");
        spec.put("jobTemplate", Map.of("spec", job));
        Map<String, Object> cronJob = new LinkedHashMap<>();
        cronJob.put("apiVersion", "batch/v1");
        cronJob.put("kind", "CronJob");
        cronJob.put("metadata", metadata);
        cronJob.put("spec", spec);
        return cronJob;
    }

    private Map<String, Object> container(ScheduledPipeline pipeline) {
        Map<String, Object> container = new LinkedHashMap<>();
        container.put("name", "run");
        container.put("image", image);
        run.folder().ifPresent(folder -> container.put("workingDir", folder));
        // Kubernetes would replace a variable in parentheses.
        container.put(
                "command",
                run.words(pipeline.name()).stream()
                        .map(word -> word.replace("$(", "$$("))
                        .toList());
        List<Map<String, Object>> variables = new ArrayList<>();
        secrets.of(pipeline).forEach((variable, name) -> {
            Map<String, Object> key = new LinkedHashMap<>();
            key.put("name", SECRET);
            key.put("key", name);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", variable);
            entry.put("valueFrom", Map.of("secretKeyRef", key));
            variables.add(entry);
        });
        if (!variables.isEmpty()) {
            container.put("env", variables);
        }
        return container;
    }

    private void mountSecrets(
            ScheduledPipeline pipeline,
            Map<String, Object> pod,
            Map<String, Object> container,
            DiagnosticCollector problems) {
        if (secrets.directory().isEmpty() || pipeline.secrets().isEmpty()) {
            return;
        }
        Path directory = Path.of(run.folder().orElse(""))
                .resolve(secrets.directory().get())
                .normalize();
        if (!directory.isAbsolute()) {
            problems.error(
                    DiagnosticCode.SCHEDULE_NOT_SUPPORTED,
                    pipeline.location(),
                    "the secrets' directory '" + directory
                            + "' is relative to the project, whose folder in the image is unknown",
                    "add --folder with the project's folder in the image");
        }
        Map<String, Object> mount = new LinkedHashMap<>();
        mount.put("name", "secrets");
        mount.put("mountPath", directory.toString());
        mount.put("readOnly", true);
        container.put("volumeMounts", List.of(mount));
        Map<String, Object> volume = new LinkedHashMap<>();
        volume.put("name", "secrets");
        volume.put("secret", Map.of("secretName", SECRET));
        pod.put("volumes", List.of(volume));
    }

    /** The pipeline's name; a longer one is cut and made unique again by its hash. */
    private static String name(String pipeline) {
        if (pipeline.length() <= LONGEST_NAME) {
            return pipeline;
        }
        String start = pipeline.substring(0, LONGEST_NAME - HASH_DIGITS - 1).replaceAll("-$", "");
        return start + "-" + hash(pipeline).substring(0, HASH_DIGITS);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
