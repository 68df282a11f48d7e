package io.millrace.sandbox.server;

import io.millrace.sandbox.state.RandomText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A TaskManager of a Flink session cluster. */
final class TaskManager extends FlinkProcess {

    private static final String RPC = "rpc";
    private static final String DATA = "data";
    private static final String METRICS = "metrics";

    TaskManager(ServerName name) {
        super(name);
    }

    @Override
    public List<String> ports() {
        return List.of(RPC, DATA, METRICS);
    }

    @Override
    String mainClass() {
        return "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
    }

    /** The sums of the sizes that the settings name. */
    @Override
    List<String> memoryOptions() {
        return List.of("-Xmx1088m", "-XX:MaxDirectMemorySize=384m", "-XX:MaxMetaspaceSize=768m");
    }

    @Override
    List<String> configure(Workspace workspace, Path configuration) throws IOException {
        String id = name() + "-" + RandomText.ofLength(6);
        workspace.record().put(idKey(), id);
        return FlinkSettings.write(
                workspace,
                configuration,
                Map.ofEntries(
                        Map.entry("taskmanager.resource-id", id),
                        Map.entry("taskmanager.host", "127.0.0.1"),
                        Map.entry("taskmanager.bind-host", "127.0.0.1"),
                        Map.entry("taskmanager.rpc.port", port(workspace, RPC)),
                        Map.entry("taskmanager.data.port", port(workspace, DATA)),
                        Map.entry("metrics.internal.query-service.port", port(workspace, METRICS)),
                        Map.entry("taskmanager.numberOfTaskSlots", "12"),
                        // Flink's start scripts work these out; a process that starts without them must be told all.
                        Map.entry("taskmanager.cpu.cores", "4"),
                        Map.entry("taskmanager.memory.framework.heap.size", "64m"),
                        Map.entry("taskmanager.memory.task.heap.size", "1g"),
                        Map.entry("taskmanager.memory.framework.off-heap.size", "128m"),
                        Map.entry("taskmanager.memory.task.off-heap.size", "0"),
                        Map.entry("taskmanager.memory.network.min", "256m"),
                        Map.entry("taskmanager.memory.network.max", "256m"),
                        Map.entry("taskmanager.memory.managed.size", "256m"),
                        Map.entry("taskmanager.memory.jvm-metaspace.size", "768m"),
                        Map.entry("taskmanager.memory.jvm-overhead.min", "128m"),
                        Map.entry("taskmanager.memory.jvm-overhead.max", "128m")));
    }

    /** Ready once the JobManager knows it; the id is another at each start, so that no former process is meant. */
    @Override
    public boolean isReady(Workspace workspace) {
        try {
            String id = workspace.record().get(idKey()).orElseThrow();
            return FlinkRest.of(workspace).shows("/taskmanagers", "\"" + id + "\"");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Map<String, String> properties(Workspace workspace) {
        return Map.of();
    }

    private String idKey() {
        return "flink.id." + name();
    }

    private static String port(Workspace workspace, String name) {
        return Integer.toString(workspace.port(name));
    }
}
