package io.millrace.sandbox.server;

import io.millrace.sandbox.artifact.ArtifactSource;
import io.millrace.sandbox.artifact.FileTrees;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One Elasticsearch node on its own class path. */
final class Elasticsearch implements Server {

    private static final String ARTIFACT = "org.codelibs:elasticsearch-cluster-runner:7.10.2.0";
    /** Optional to Elasticsearch's artifact, and part of its own distribution. */
    private static final String OLD_LOGGING = "org.apache.logging.log4j:log4j-1.2-api:2.11.1";

    private static final String HTTP = "http";
    private static final String TRANSPORT = "transport";
    private static final String LOGGING =
            """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            """;

    @Override
    public ServerName name() {
        return ServerName.ELASTICSEARCH;
    }

    @Override
    public String product() {
        return "elasticsearch-7.10.2";
    }

    @Override
    public List<String> ports() {
        return List.of(HTTP, TRANSPORT);
    }

    @Override
    public void unpack(Path folder, Supplier<ArtifactSource> artifacts) throws IOException {
        FileTrees.link(artifacts.get().classPath(List.of(ARTIFACT, OLD_LOGGING)), folder.resolve("lib"));
    }

    @Override
    public void initialise(Workspace workspace) throws IOException {
        Files.createDirectories(workspace.data());
    }

    @Override
    public ServerCommand command(Workspace workspace) throws IOException {
        Path config = workspace.home().resolve("config");
        Path temporary = workspace.home().resolve("tmp");
        Files.createDirectories(config);
        Files.createDirectories(temporary);
        Files.writeString(config.resolve("log4j2.properties"), LOGGING);
        Files.writeString(config.resolve("elasticsearch.yml"), settings(workspace));
        List<String> command = JavaProgram.command(
                List.of(
                        "-Xms128m",
                        "-Xmx384m",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dlog4j2.disable.jmx=true",
                        "-Dlog4j2.formatMsgNoLookups=true"),
                workspace.installation().resolve("lib") + "/*" + File.pathSeparator + ownCode(),
                ElasticsearchMain.class.getName(),
                List.of(
                        "-basePath", workspace.home().toString(),
                        "-confPath", config.toString(),
                        "-dataPath", workspace.data().toString(),
                        "-numOfNode", "1",
                        // The runner counts its nodes from one and adds that number.
                        "-baseHttpPort", Integer.toString(workspace.port(HTTP) - 1),
                        "-clusterName", clusterName(workspace)));
        return new ServerCommand(command, Map.of(), "TERM");
    }

    @Override
    public boolean isReady(Workspace workspace) {
        try {
            return new Indexes(url(workspace)).clusterAnswers(clusterName(workspace));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public List<String> provision(Workspace workspace, SandboxRequest request)
            throws IOException, InterruptedException {
        Indexes indexes = new Indexes(url(workspace));
        for (IndexSpec index : request.indexes()) {
            indexes.createUnlessPresent(index);
        }
        return List.of();
    }

    @Override
    public Map<String, String> properties(Workspace workspace) {
        return Map.of("elasticsearch.url", url(workspace));
    }

    private static String url(Workspace workspace) {
        return "http://127.0.0.1:" + workspace.port(HTTP);
    }

    private static String clusterName(Workspace workspace) throws IOException {
        return "millrace-" + workspace.record().sandboxId();
    }

    private static String settings(Workspace workspace) {
        return """
                network.host: 127.0.0.1
                transport.port: %d
                discovery.type: single-node
                cluster.routing.allocation.disk.threshold_enabled: false
                """
                .formatted(workspace.port(TRANSPORT));
    }

    private static Path ownCode() throws IOException {
        try {
            return Path.of(ElasticsearchMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
