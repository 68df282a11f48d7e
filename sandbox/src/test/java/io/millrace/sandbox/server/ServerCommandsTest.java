package io.millrace.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.state.DataRecord;
import io.millrace.sandbox.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandsTest {

    @TempDir
    Path temporary;

    private StateFolder folder;
    private DataRecord record;

    @BeforeEach
    void createFolder() throws IOException {
        folder = new StateFolder(temporary.resolve("project with space/.millrace/sandbox"));
        folder.create();
        record = DataRecord.open(folder);
    }

    @Test
    void noPasswordStandsOnACommandLine() throws IOException {
        for (Server server : everyServer()) {
            Workspace workspace = workspace(server);
            String command = String.join(" ", server.command(workspace).command());
            List<String> secrets = server.properties(workspace).entrySet().stream()
                    .filter(property -> property.getKey().startsWith("secret."))
                    .map(Map.Entry::getValue)
                    .toList();

            assertThat(secrets).as(server.product()).noneMatch(command::contains);
        }
    }

    @Test
    void whatClientsAreToldNamesOnlyTheLocalMachine() throws IOException {
        for (Server server : everyServer()) {
            assertThat(server.properties(workspace(server)))
                    .allSatisfy((key, value) -> assertThat(value).doesNotContain("localhost", "0.0.0.0"));
        }
    }

    @Test
    void theDatabasesListenLocallyAndLogWholeRows() throws IOException {
        for (Flavour flavour : Flavour.values()) {
            Server server = Servers.of(ServerName.MYSQL, flavour);

            assertThat(server.command(workspace(server)).command())
                    .contains(
                            "--no-defaults",
                            "--bind-address=127.0.0.1",
                            "--binlog-format=ROW",
                            "--binlog-row-image=FULL",
                            "--default-time-zone=+00:00");
        }
    }

    @Test
    void onlyMySqlItselfHasTransactionIds() throws IOException {
        Server mysql = Servers.of(ServerName.MYSQL, Flavour.MYSQL);
        Server mariaDb = Servers.of(ServerName.MYSQL, Flavour.MARIADB);

        assertThat(mysql.command(workspace(mysql)).command()).contains("--gtid-mode=ON");
        assertThat(mariaDb.command(workspace(mariaDb)).command()).noneMatch(option -> option.contains("gtid"));
    }

    @Test
    void kafkasPasswordStandsInAFileOfItsOwner() throws IOException {
        Server kafka = Servers.of(ServerName.KAFKA, null);
        Workspace workspace = workspace(kafka);
        kafka.command(workspace);
        Path config = workspace.home().resolve("server.properties");

        assertThat(Files.readString(config)).contains(record.password("kafka"), "auto.create.topics.enable=false");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rw-------");
    }

    @Test
    void postgresStopsOnTheSignalThatDisconnectsClients() throws IOException {
        Server postgres = Servers.of(ServerName.POSTGRES, null);

        assertThat(postgres.command(workspace(postgres)).stopSignal()).isEqualTo("INT");
    }

    @Test
    void theClustersProcessesFindEachOtherOnTheirFixedLocalPorts() throws IOException {
        Workspace jobManager = workspace(Servers.of(ServerName.FLINK, null));
        String rpc = Integer.toString(jobManager.port("rpc"));

        for (ServerName name : ServerName.CLUSTER) {
            assertThat(flinkSettings(name))
                    .contains("jobmanager.rpc.address: '127.0.0.1'", "jobmanager.rpc.port: '" + rpc + "'")
                    .anyMatch(line -> line.endsWith("bind-host: '127.0.0.1'"))
                    .filteredOn(line -> line.matches("[\\w.-]*port: .*"))
                    .hasSizeGreaterThanOrEqualTo(4)
                    .noneMatch(line -> line.endsWith("'0'"));
        }
    }

    @Test
    void theClusterKeepsItsCheckpointsBesideTheSandboxsData() throws IOException {
        String folder = "file://" + this.folder.data("flink");

        for (ServerName name : ServerName.CLUSTER) {
            assertThat(flinkSettings(name))
                    .contains(
                            "execution.checkpointing.dir: '" + folder + "/checkpoints'",
                            "execution.checkpointing.savepoint-dir: '" + folder + "/savepoints'",
                            "execution.checkpointing.externalized-checkpoint-retention: 'RETAIN_ON_CANCELLATION'")
                    .noneMatch(line -> line.startsWith("high-availability.type"));
        }
    }

    @Test
    void theClusterUsesAZooKeeperOnceTheSandboxHasOne() throws Exception {
        Server zookeeper = Servers.of(ServerName.ZOOKEEPER, null);
        Workspace workspace = workspace(zookeeper);
        zookeeper.initialise(workspace);

        assertThat(zookeeper.command(workspace).command()).endsWith("--peerId", "1");
        assertThat(Files.readString(workspace.home().resolve("conf/zoo.cfg")))
                .contains("clientPort=" + workspace.port("client"), "clientPortAddress=127.0.0.1");
        for (ServerName name : ServerName.CLUSTER) {
            assertThat(flinkSettings(name))
                    .contains(
                            "high-availability.type: 'zookeeper'",
                            "high-availability.zookeeper.quorum: '127.0.0.1:" + workspace.port("client") + "'",
                            "high-availability.storageDir: 'file://" + folder.data("flink") + "/ha'");
        }
    }

    @Test
    void eachStartOfATaskManagerHasAnIdOfItsOwn() throws IOException {
        assertThat(flinkSettings(ServerName.TASKMANAGER_1))
                .filteredOn(line -> line.startsWith("taskmanager.resource-id: 'taskmanager-1-"))
                .hasSize(1)
                .isNotEqualTo(flinkSettings(ServerName.TASKMANAGER_1).stream()
                        .filter(line -> line.startsWith("taskmanager.resource-id"))
                        .toList());
    }

    @Test
    void aQuoteInAPathStaysAQuote() throws IOException {
        folder = new StateFolder(temporary.resolve("it's/.millrace/sandbox"));
        folder.create();

        assertThat(flinkSettings(ServerName.FLINK))
                .contains("execution.checkpointing.dir: 'file://"
                        + folder.data("flink").toString().replace("'", "''") + "/checkpoints'");
    }

    private List<String> flinkSettings(ServerName name) throws IOException {
        Server server = Servers.of(name, null);
        Workspace workspace = workspace(server);
        server.command(workspace);
        return Files.readAllLines(workspace.home().resolve("conf/config.yaml"));
    }

    private static List<Server> everyServer() {
        List<Server> servers = new ArrayList<>();
        for (ServerName name : ServerName.values()) {
            for (Flavour flavour : Flavour.values()) {
                servers.add(Servers.of(name, flavour));
            }
        }
        return servers;
    }

    private Workspace workspace(Server server) throws IOException {
        Workspace workspace = new Workspace(
                server.name(),
                folder,
                temporary.resolve("cache").resolve(server.product()),
                record,
                Ports.choose(record, server.name(), server.ports()));
        Files.createDirectories(workspace.home());
        return workspace;
    }
}
