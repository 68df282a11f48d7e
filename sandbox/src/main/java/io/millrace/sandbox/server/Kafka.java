package io.millrace.sandbox.server;

import io.millrace.sandbox.artifact.ArtifactSource;
import io.millrace.sandbox.artifact.FileTrees;
import io.millrace.sandbox.state.PropertiesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Uuid;

/** One Kafka broker, its own controller, with a plain listener and one that wants a password. */
final class Kafka implements Server {

    private static final String VERSION = "3.9.1";
    private static final String PLAIN = "plain";
    private static final String SASL = "sasl";
    private static final String SASL_PROTOCOL = "SASL_PLAINTEXT";
    private static final String CONTROLLER = "controller";
    private static final String USER = "millrace";

    @Override
    public ServerName name() {
        return ServerName.KAFKA;
    }

    @Override
    public String product() {
        return "kafka-" + VERSION;
    }

    @Override
    public List<String> ports() {
        return List.of(PLAIN, SASL, CONTROLLER);
    }

    @Override
    public void unpack(Path folder, Supplier<ArtifactSource> artifacts) throws IOException {
        List<Path> jars = new ArrayList<>(artifacts.get().classPath(List.of("org.apache.kafka:kafka_2.13:" + VERSION)));
        // Kafka's own dependencies hold no log implementation; this one writes to standard error.
        jars.add(artifacts.get().file("org.slf4j:slf4j-simple:1.7.36"));
        FileTrees.link(jars, folder.resolve("lib"));
    }

    @Override
    public void initialise(Workspace workspace) throws IOException, InterruptedException {
        Files.createDirectories(workspace.data());
        Path config = writeConfig(workspace);
        OneShot.run(
                workspace,
                java(
                        workspace,
                        "kafka.tools.StorageTool",
                        List.of("format", "-t", clusterId(workspace), "-c", config.toString())),
                "");
    }

    @Override
    public ServerCommand command(Workspace workspace) throws IOException {
        Path config = writeConfig(workspace);
        return new ServerCommand(java(workspace, "kafka.Kafka", List.of(config.toString())), Map.of(), "TERM");
    }

    @Override
    public boolean isReady(Workspace workspace) {
        try {
            return Topics.clusterAnswers(brokers(workspace, PLAIN), clusterId(workspace));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public List<String> provision(Workspace workspace, SandboxRequest request) throws InterruptedException {
        return Topics.create(brokers(workspace, PLAIN), request.topics());
    }

    @Override
    public Map<String, String> properties(Workspace workspace) throws IOException {
        String brokers = brokers(workspace, SASL);
        String password = workspace.record().password("kafka");
        return Map.ofEntries(
                Map.entry("kafka.brokers", brokers(workspace, PLAIN)),
                Map.entry("kafka.sasl.brokers", brokers),
                Map.entry("kafka.user", USER),
                Map.entry("secret.kafka.password", password),
                Map.entry("sls.brokers", brokers),
                Map.entry("sls.protocol", SASL_PROTOCOL),
                Map.entry("sls.project", USER),
                Map.entry("secret.sls.key", password),
                Map.entry("datahub.brokers", brokers),
                Map.entry("datahub.protocol", SASL_PROTOCOL),
                Map.entry("datahub.project", "shop"),
                Map.entry("datahub.user", USER),
                Map.entry("secret.datahub.password", password));
    }

    private static List<String> java(Workspace workspace, String mainClass, List<String> arguments) {
        return JavaProgram.command(
                List.of(
                        "-Xmx512m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                        "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config.AbstractConfig=warn",
                        "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaConfig=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss,SSS"),
                workspace.installation().resolve("lib") + "/*",
                mainClass,
                arguments);
    }

    private static String brokers(Workspace workspace, String listener) {
        return "127.0.0.1:" + workspace.port(listener);
    }

    private static String clusterId(Workspace workspace) throws IOException {
        String key = "kafka.cluster.id";
        String id =
                workspace.record().get(key).orElseGet(() -> Uuid.randomUuid().toString());
        workspace.record().put(key, id);
        return id;
    }

    private static Path writeConfig(Workspace workspace) throws IOException {
        Map<String, String> config = new TreeMap<>(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "PLAINTEXT",
                "log.dirs", workspace.data().toString(),
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                // Rows with old event times must stay, whatever the wall clock says.
                "log.retention.ms", "-1",
                "num.recovery.threads.per.data.dir", "2"));
        for (String topic : List.of("offsets.topic", "transaction.state.log")) {
            config.put(topic + ".replication.factor", "1");
            config.put(topic + ".num.partitions", "4");
        }
        config.put("transaction.state.log.min.isr", "1");
        config.put("controller.quorum.voters", "1@" + brokers(workspace, CONTROLLER));
        String listeners = "PLAINTEXT://" + brokers(workspace, PLAIN) + ",SASL_PLAINTEXT://" + brokers(workspace, SASL);
        config.put("advertised.listeners", listeners);
        config.put("listeners", listeners + ",CONTROLLER://" + brokers(workspace, CONTROLLER));
        config.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("sasl.enabled.mechanisms", "PLAIN");
        config.put(
                "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_" + USER + "=\""
                        + workspace.record().password("kafka") + "\";");
        Path file = workspace.home().resolve("server.properties");
        PropertiesFile.write(file, config);
        return file;
    }
}
