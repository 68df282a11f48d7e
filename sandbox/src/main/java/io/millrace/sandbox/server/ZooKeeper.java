package io.millrace.sandbox.server;

import io.millrace.sandbox.state.PropertiesFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The ZooKeeper that Flink carries, by which a new JobManager finds the jobs of a former one. */
final class ZooKeeper extends FlinkProcess {

    static final String CLIENT = "client";
    private static final String RECORDED = "flink.high-availability";
    private static final int PATIENCE_MILLIS = 2000;

    ZooKeeper() {
        super(ServerName.ZOOKEEPER);
    }

    /** Tells whether the cluster of a sandbox has a ZooKeeper: once it had one, until its data are wiped. */
    static boolean belongsTo(Workspace workspace) {
        return workspace.record().get(RECORDED).isPresent();
    }

    @Override
    public List<String> ports() {
        return List.of(CLIENT);
    }

    @Override
    String mainClass() {
        return "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer";
    }

    @Override
    List<String> memoryOptions() {
        return List.of("-Xmx96m", "-Xss512k");
    }

    @Override
    public void initialise(Workspace workspace) throws IOException {
        super.initialise(workspace);
        workspace.record().put(RECORDED, "zookeeper");
    }

    @Override
    List<String> configure(Workspace workspace, Path configuration) throws IOException {
        Path file = configuration.resolve("zoo.cfg");
        PropertiesFile.write(
                file,
                Map.of(
                        "dataDir",
                        workspace.data().toString(),
                        "clientPort",
                        Integer.toString(workspace.port(CLIENT)),
                        "clientPortAddress",
                        "127.0.0.1",
                        "tickTime",
                        "2000",
                        "admin.enableServer",
                        "false",
                        "4lw.commands.whitelist",
                        "conf"));
        return List.of("--zkConfigFile", file.toString(), "--peerId", "1");
    }

    @Override
    public boolean isReady(Workspace workspace) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.loopback(), workspace.port(CLIENT)), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write("conf".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.contains("dataDir=" + workspace.data());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Map<String, String> properties(Workspace workspace) {
        return Map.of();
    }
}
