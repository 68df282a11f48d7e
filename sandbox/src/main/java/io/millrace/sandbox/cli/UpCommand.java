package io.millrace.sandbox.cli;

import io.millrace.sandbox.artifact.MavenRepository;
import io.millrace.sandbox.artifact.ServerCache;
import io.millrace.sandbox.server.Flavour;
import io.millrace.sandbox.server.IndexSpec;
import io.millrace.sandbox.server.SandboxRequest;
import io.millrace.sandbox.server.ServerName;
import io.millrace.sandbox.server.TopicSpec;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import io.millrace.sandbox.supervise.Installation;
import io.millrace.sandbox.supervise.Preparation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings servers up and makes what they shall hold; does nothing to those that are up. */
@Command(
        name = "up",
        description = "Starts servers that are not up yet, and creates topics, tables and indexes that are missing.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOption state;

    @Mixin
    private LockOption lock;

    @Option(
            names = "--server",
            paramLabel = "NAME",
            description = "A server to start: ${COMPLETION-CANDIDATES}. May be repeated.")
    private List<ServerName> servers = new ArrayList<>();

    @Option(
            names = "--cluster",
            description = "Starts a Flink cluster: a JobManager with the web UI and two TaskManagers of four slots.")
    private boolean cluster;

    @Option(
            names = "--high-availability",
            description = "Starts the cluster with ZooKeeper, by which jobs survive the JobManager's end; from then on"
                    + " the cluster always has it, until the data are wiped.")
    private boolean highAvailability;

    @Option(
            names = "--mysql-flavour",
            paramLabel = "mariadb|mysql",
            description = "What plays MySQL: mariadb (default; small) or mysql (8.0, a download of 550 MB).")
    private Flavour flavour;

    @Option(names = "--mysql-script", paramLabel = "FILE", description = "SQL to run once. May be repeated.")
    private List<Path> mysqlScripts = new ArrayList<>();

    @Option(names = "--postgres-script", paramLabel = "FILE", description = "SQL to run once. May be repeated.")
    private List<Path> postgresScripts = new ArrayList<>();

    @Option(
            names = "--topic",
            paramLabel = "NAME:PARTITIONS[:compact|delete]",
            description = "A Kafka topic to create. May be repeated.")
    private List<String> topics = new ArrayList<>();

    @Option(
            names = "--index",
            paramLabel = "NAME=MAPPINGFILE",
            description = "An Elasticsearch index to create. May be repeated.")
    private List<String> indexes = new ArrayList<>();

    @Option(
            names = "--maxcompute-script",
            paramLabel = "FILE",
            description = "Tables to create in MaxCompute's stand-in. May be repeated.")
    private List<Path> maxcomputeScripts = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Platform.check(System.getProperty("os.name"), System.getProperty("os.arch"));
        StateFolder folder = state.folder();
        SandboxRequest request = request(folder);
        folder.create();
        return lock.holding(folder, spec.commandLine().getErr(), () -> up(folder, request));
    }

    private int up(StateFolder folder, SandboxRequest request) throws Exception {
        UpReport report =
                new UpReport(spec.commandLine().getOut(), spec.commandLine().getErr());
        ServerCache cache = new ServerCache(ServerCache.home(System.getenv()));
        try (Installation installation = new Installation(folder, cache, UpCommand::repository)) {
            installation.ensure(request, report);
        }
        state.sandbox().up(request, report);
        return report.exitCode();
    }

    private static MavenRepository repository() {
        return MavenRepository.open(System.err, Terminal.mayRedraw(System.getenv()));
    }

    private SandboxRequest request(StateFolder folder) {
        SandboxRequest request = new SandboxRequest(
                servers(folder),
                flavour,
                existing(mysqlScripts),
                existing(postgresScripts),
                topics.stream().map(TopicSpec::parse).toList(),
                indexes.stream().map(IndexSpec::parse).toList(),
                existing(maxcomputeScripts));
        existing(request.indexes().stream().map(IndexSpec::mapping).toList());
        needs(request, !mysqlScripts.isEmpty(), "--mysql-script", ServerName.MYSQL);
        needs(request, flavour != null, "--mysql-flavour", ServerName.MYSQL);
        needs(request, !postgresScripts.isEmpty(), "--postgres-script", ServerName.POSTGRES);
        needs(request, !topics.isEmpty(), "--topic", ServerName.KAFKA);
        needs(request, !indexes.isEmpty(), "--index", ServerName.ELASTICSEARCH);
        needs(request, !maxcomputeScripts.isEmpty(), "--maxcompute-script", ServerName.MAXCOMPUTE);
        return request;
    }

    private Set<ServerName> servers(StateFolder folder) {
        Set<ServerName> all = EnumSet.noneOf(ServerName.class);
        all.addAll(servers);
        if (cluster || highAvailability || !Collections.disjoint(all, ServerName.CLUSTER)) {
            all.addAll(ServerName.CLUSTER);
            boolean zookeeper =
                    Preparation.product(folder, ServerName.ZOOKEEPER).isPresent();
            if (highAvailability && !zookeeper && state.sandbox().runs(ServerName.FLINK)) {
                throw SandboxException.usage(
                        "the cluster runs without ZooKeeper: run `sandbox down` first, then the command again");
            }
            if (highAvailability || zookeeper) {
                all.add(ServerName.ZOOKEEPER);
            }
        }
        if (all.isEmpty()) {
            throw SandboxException.usage("nothing to start: name a server with --server, or give --cluster");
        }
        return all;
    }

    private static void needs(SandboxRequest request, boolean given, String option, ServerName server) {
        if (given && !request.servers().contains(server)) {
            throw SandboxException.usage(option + " needs --server " + server);
        }
    }

    private static List<Path> existing(List<Path> files) {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw SandboxException.usage(file + " is not a file that can be read");
            }
        }
        return files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    }
}
