package io.millrace.sandbox.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The JobManager of a Flink session cluster, with the REST API and the web UI. */
final class JobManager extends FlinkProcess {

    static final String REST = "rest";
    static final String RPC = "rpc";
    private static final String BLOB = "blob";
    private static final String METRICS = "metrics";

    JobManager() {
        super(ServerName.FLINK);
    }

    @Override
    public List<String> ports() {
        return List.of(REST, RPC, BLOB, METRICS);
    }

    @Override
    String mainClass() {
        return "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
    }

    @Override
    List<String> memoryOptions() {
        return List.of("-Xmx1g", "-XX:MaxMetaspaceSize=768m");
    }

    @Override
    List<String> configure(Workspace workspace, Path configuration) throws IOException {
        return FlinkSettings.write(
                workspace,
                configuration,
                Map.ofEntries(
                        Map.entry("jobmanager.bind-host", "127.0.0.1"),
                        Map.entry("high-availability.jobmanager.port", port(workspace, RPC)),
                        Map.entry("rest.bind-address", "127.0.0.1"),
                        Map.entry("rest.bind-port", port(workspace, REST)),
                        Map.entry("blob.server.port", port(workspace, BLOB)),
                        Map.entry("metrics.internal.query-service.port", port(workspace, METRICS)),
                        Map.entry("jobmanager.memory.heap.size", "1g"),
                        Map.entry("jobmanager.memory.jvm-metaspace.size", "768m"),
                        // Jobs come as job graphs over the REST API; a page that takes any jar is one door more.
                        Map.entry("web.submit.enable", "false"),
                        Map.entry("web.tmpdir", workspace.home().resolve("tmp").toString())));
    }

    @Override
    public boolean isReady(Workspace workspace) {
        try {
            return FlinkRest.of(workspace).shows("/jobmanager/config", FlinkSettings.clusterId(workspace));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Map<String, String> properties(Workspace workspace) {
        return Map.of("flink.rest", FlinkRest.of(workspace).url());
    }

    private static String port(Workspace workspace, String name) {
        return Integer.toString(workspace.port(name));
    }
}
