package io.millrace.sandbox.server;

import io.millrace.sandbox.artifact.ArtifactSource;
import io.millrace.sandbox.artifact.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One process of a Flink session cluster. All of them run from the same jars, which are Flink's own and hold no connector
 * to another system: those come with each job.
 */
abstract class FlinkProcess implements Server {

    private static final String VERSION = "1.20.3";
    private static final List<String> FLINK = List.of(
            "runtime",
            "runtime-web",
            "clients",
            "streaming-java",
            "table-api-java-bridge",
            "table-planner-loader",
            "table-runtime",
            "connector-files",
            "connector-datagen",
            "json",
            "csv",
            "cep",
            "statebackend-rocksdb");
    private static final List<String> LOGGING = List.of("log4j-core", "log4j-slf4j-impl");
    private static final String LOG4J_VERSION = "2.24.3";

    /** Flink's own start scripts open the same packages, which it and its serializers reflect on. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.reflect",
            "java.net",
            "java.io",
            "java.nio",
            "sun.nio.ch",
            "java.text",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks");

    private static final String LOG4J =
            """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            logger.netty.name = org.jboss.netty.channel.DefaultChannelPipeline
            logger.netty.level = off
            """;

    private final ServerName name;

    FlinkProcess(ServerName name) {
        this.name = name;
    }

    /** Returns the class whose main method runs the process. */
    abstract String mainClass();

    /** Returns what bounds the memory of the process. */
    abstract List<String> memoryOptions();

    /** Writes what the process reads at its start, and returns the arguments that name it. */
    abstract List<String> configure(Workspace workspace, Path configuration) throws IOException;

    @Override
    public final ServerName name() {
        return name;
    }

    @Override
    public final String product() {
        return "flink-" + VERSION;
    }

    @Override
    public final void unpack(Path folder, Supplier<ArtifactSource> artifacts) throws IOException {
        List<String> jars = Stream.concat(
                        FLINK.stream().map(name -> "org.apache.flink:flink-" + name + ":" + VERSION),
                        LOGGING.stream().map(name -> "org.apache.logging.log4j:" + name + ":" + LOG4J_VERSION))
                .toList();
        FileTrees.link(artifacts.get().classPath(jars), folder.resolve("lib"));
    }

    @Override
    public void initialise(Workspace workspace) throws IOException {
        Files.createDirectories(workspace.data());
    }

    @Override
    public final ServerCommand command(Workspace workspace) throws IOException {
        Path temporary = workspace.home().resolve("tmp");
        Path configuration = workspace.home().resolve("conf");
        // What a killed process left there belongs to nobody any more.
        FileTrees.delete(temporary);
        Files.createDirectories(temporary);
        Files.createDirectories(configuration);
        Path logging = Files.writeString(configuration.resolve("log4j.properties"), LOG4J);
        List<String> options = Stream.of(
                        memoryOptions().stream(),
                        OPENED.stream().map(opened -> "--add-opens=java.base/" + opened + "=ALL-UNNAMED"),
                        Stream.of(
                                "-Djava.io.tmpdir=" + temporary,
                                "-Dlog4j.configurationFile=" + logging.toUri(),
                                // Where the web UI finds the log.
                                "-Dlog.file=" + workspace.log()))
                .flatMap(part -> part)
                .toList();
        List<String> command = JavaProgram.command(
                options,
                workspace.installation().resolve("lib") + "/*",
                mainClass(),
                configure(workspace, configuration));
        return new ServerCommand(command, Map.of(), "TERM");
    }

    @Override
    public final List<String> provision(Workspace workspace, SandboxRequest request) {
        return List.of();
    }
}
