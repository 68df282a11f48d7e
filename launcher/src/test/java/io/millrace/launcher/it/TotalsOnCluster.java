package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The project with its servers and its traffic, deployed through a proxy, and what must be true of it after any fault. */
final class TotalsOnCluster implements AutoCloseable {

    private final TotalsProject project;
    private final PackagedCli cli;
    private final LocalSandbox sandbox;
    private final RestProxy proxy = new RestProxy();
    private final SessionCluster cluster;
    private final EntryTraffic traffic;
    private final TotalsTable table;
    private int runs;

    TotalsOnCluster(Path folder, String... upArguments) throws IOException {
        project = new TotalsProject(folder);
        cli = new PackagedCli(folder);
        List<String> up = new ArrayList<>(List.of("--cluster", "-e", "cluster"));
        up.addAll(List.of(upArguments));
        sandbox = new LocalSandbox(cli, up.toArray(String[]::new));
        String rest = project.servers().getProperty("flink.rest");
        cluster = new SessionCluster(rest);
        proxy.leadTo(rest);
        project.edit("millrace.yaml", "${flink.rest}", proxy.address());
        traffic = new EntryTraffic(project.servers().getProperty("kafka.brokers"));
        table = new TotalsTable(project.servers());
    }

    TotalsProject project() {
        return project;
    }

    PackagedCli cli() {
        return cli;
    }

    RestProxy proxy() {
        return proxy;
    }

    SessionCluster cluster() {
        return cluster;
    }

    /** The one job of the pipeline. */
    SessionCluster.Job job() {
        List<SessionCluster.Job> jobs = cluster.current(TotalsProject.PIPELINE);
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    PackagedCli.Result run(String verb, String... arguments) {
        return cli.run(command(verb, arguments));
    }

    /** Starts deploying. */
    BackgroundRun start(String verb, String... arguments) {
        Path output = project.root().resolve("run-" + ++runs + ".out");
        return new BackgroundRun(cli.start(output, command(verb, arguments)), output);
    }

    private static String[] command(String verb, String... arguments) {
        List<String> command = new ArrayList<>(List.of(verb));
        command.addAll(Arrays.asList(arguments));
        if (Arrays.stream(arguments).allMatch(argument -> argument.startsWith("-"))) {
            command.add(TotalsProject.PIPELINE);
        }
        command.addAll(List.of("-e", "cluster"));
        return command.toArray(String[]::new);
    }

    /** Waits until the pipeline runs once and has written exactly what the traffic's tally says. */
    void assertCounts() {
        assertCounts(TotalsProject.PIPELINE);
    }

    /** The same for another pipeline of the same kind. */
    void assertCounts(String pipeline) {
        Map<String, TotalsTable.Row> expected = new TreeMap<>();
        traffic.pause()
                .forEach((account, total) -> expected.put(
                        account,
                        new TotalsTable.Row(total.entries(), total.amount(), total.entries() * project.factor())));
        try {
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(table.rows(pipeline)).isEqualTo(expected));
        } finally {
            traffic.goOn();
        }
        assertThat(cluster.current(pipeline))
                .singleElement()
                .extracting(SessionCluster.Job::state)
                .isEqualTo("RUNNING");
    }

    /** The same, and that Millrace finds nothing to do. */
    void assertSettled() {
        assertCounts();
        PackagedCli.Result plan = run("plan", "--detailed-exit-code").succeeded();
        assertThat(plan.out()).contains("totals  unchanged");
    }

    /** Kills a server as the kernel does. */
    void kill(String server) throws IOException {
        ProcessHandle process = process(server);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** A server's process. */
    ProcessHandle process(String server) throws IOException {
        JsonNode status = new ObjectMapper()
                .readTree(cli.run("sandbox", "status", "--format", "json")
                        .succeeded()
                        .out());
        for (JsonNode each : status.path("servers")) {
            if (each.path("name").asText().equals(server)) {
                return ProcessHandle.of(each.path("pid").asLong()).orElseThrow();
            }
        }
        throw new IllegalStateException(server + " does not run");
    }

    /** Starts the servers again that are gone. */
    void upAgain() {
        cli.run("sandbox", "up", "--cluster", "-e", "cluster").succeeded();
    }

    /** The number of rows of a table in PostgreSQL. */
    long count(String name) throws SQLException {
        return table.count(name);
    }

    /** The number of releases that were written down. */
    long releases() throws IOException {
        try (var files = Files.list(project.root().resolve(".millrace/releases/ledger/cluster/totals"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("release-"))
                    .count();
        }
    }

    @Override
    public void close() {
        cli.endAll();
        traffic.close();
        proxy.close();
        sandbox.close();
    }
}
