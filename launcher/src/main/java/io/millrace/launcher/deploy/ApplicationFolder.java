package io.millrace.launcher.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.cluster.JobParameters;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseText;
import io.millrace.launcher.release.Start;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder from which a Flink application cluster runs one pipeline: jars, the pipeline as text and plan, and the command
 * line. It holds the names of secrets and where they come from, never a value.
 */
public final class ApplicationFolder {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String RELEASE = "release.json";
    private static final String MAIN = "io.millrace.application.PipelineApplication";

    private static final String RUN =
            """
            #!/bin/sh
            # Runs the pipeline %1$s, revision %2$d, on a Flink application cluster of its own: the JobManager of a Flink
            # distribution in FLINK_HOME, in the foreground. TaskManagers are started with bin/taskmanager.sh.
            # Arguments go to Flink, such as: --fromSavepoint PATH [--allowNonRestoredState], -D key=value
            set -eu
            here=$(cd "$(dirname "$0")" && pwd)
            jars=
            for jar in "$here"/usrlib/*.jar; do jars=$jars,$jar; done
            # What follows --jars must be an option: Flink takes all that is none for one more jar.
            exec "$FLINK_HOME/bin/standalone-job.sh" start-foreground --jars "${jars#,}" "$@" \\
              --job-classname %3$s --job-id %4$s "$here/pipeline"
            """;

    private final Path folder;

    public ApplicationFolder(Path folder) {
        this.folder = folder;
    }

    /** The release that the folder was made of; empty where it is not such a folder, or is damaged. */
    public Optional<Release> release() {
        try {
            return Optional.of(JSON.readValue(folder.resolve(RELEASE).toFile(), Release.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the folder, which must not exist.
     *
     * @param jars all that the job needs and Flink does not have, the main class's among them
     * @param secrets where each secret comes from, as the main class reads it
     */
    public void write(
            Release release,
            PipelineProgram program,
            String project,
            String environment,
            List<Path> jars,
            Map<String, String> secrets)
            throws IOException {
        Path pipeline = Files.createDirectories(folder.resolve("pipeline"));
        write(pipeline.resolve("settings.properties"), settings(release, program, project, environment));
        write(pipeline.resolve("secrets.properties"), secrets);
        write(pipeline.resolve("statements"), texts(program, true));
        if (release.isStreaming()) {
            Files.writeString(pipeline.resolve("plan.json"), release.plan());
        } else {
            write(pipeline.resolve("inserts"), texts(program, false));
        }
        Path libraries = Files.createDirectories(folder.resolve("usrlib"));
        for (int i = 0; i < jars.size(); i++) {
            // Two jars of a project may have one name.
            Files.copy(
                    jars.get(i),
                    libraries.resolve("%02d-%s".formatted(i, jars.get(i).getFileName())));
        }
        String job = Start.jobId(project + "/" + environment, release.pipeline(), release.revision(), 1);
        Path run = Files.writeString(
                folder.resolve("run.sh"), RUN.formatted(release.pipeline(), release.revision(), MAIN, job));
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.write(folder.resolve(RELEASE), JSON.writeValueAsBytes(release));
    }

    private static Map<String, String> settings(
            Release release, PipelineProgram program, String project, String environment) {
        Map<String, String> settings = new TreeMap<>(program.settings());
        settings.put("pipeline.name", release.pipeline());
        settings.put("execution.runtime-mode", release.mode().name());
        settings.put("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
        settings.put("table.plan.restore.catalog-objects", "IDENTIFIER");
        JobParameters parameters = new JobParameters(
                project, environment, release.pipeline(), release.revision(), 1, release.fingerprint());
        settings.put(
                "pipeline.global-job-parameters",
                parameters.map().entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(",")));
        return settings;
    }

    /** Functions are statements in the text of a release, as they are here. */
    private static List<String> texts(PipelineProgram program, boolean objects) {
        PipelineProgram text = ReleaseText.program(program.pipeline(), program.mode(), ReleaseText.of(program), "");
        return (objects ? text.objects() : text.inserts()).map(Object::toString).toList();
    }

    private static void write(Path target, List<String> texts) throws IOException {
        Files.createDirectories(target);
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(target.resolve("%04d.sql".formatted(i + 1)), texts.get(i) + "\n");
        }
    }

    private static void write(Path target, Map<String, String> values) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        try (Writer writer = Files.newBufferedWriter(target)) {
            properties.store(writer, null);
        }
    }

    /** Deletes what was written so far. */
    public void delete() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
