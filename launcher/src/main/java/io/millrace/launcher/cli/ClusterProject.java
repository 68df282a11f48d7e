package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.Target;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.cluster.FlinkRest;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SecretSource;
import io.millrace.launcher.deploy.ChangePlanner;
import io.millrace.launcher.deploy.DeployListener;
import io.millrace.launcher.deploy.DeploySettings;
import io.millrace.launcher.deploy.DeploymentTarget;
import io.millrace.launcher.local.SandboxFolder;
import io.millrace.launcher.local.SecretValues;
import io.millrace.launcher.release.ReleaseStore;
import io.millrace.launcher.release.ReleasedJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project, the cluster of one of its environments, and everything between them. */
final class ClusterProject implements AutoCloseable {

    /** How long a deployment goes on asking a cluster that does not answer: a JobManager may be on its way back. */
    private static final Duration OUTAGE = Duration.ofMinutes(1);

    private final ProjectOptions project;
    private final Console console;
    private final PipelineCatalog catalog;
    private final ProjectJars jars;
    private final SecretSource secrets;
    private final Redaction redaction = new Redaction();

    private ClusterProject(
            ProjectOptions project, Console console, PipelineCatalog catalog, Optional<SandboxFolder.Running> sandbox) {
        this.project = project;
        this.console = console;
        this.catalog = catalog;
        this.secrets =
                new SecretValues(catalog.environment(), project.root(), console.environment(), sandbox, redaction);
        DiagnosticCollector problems = new DiagnosticCollector();
        this.jars = ProjectJars.of(project.root(), catalog.project().jars(), problems);
        require(problems);
    }

    /** Opens it as it is; servers of the sandbox are not started. */
    static ClusterProject open(ProjectOptions project, Console console) {
        return open(project, console, new SandboxFolder(project.root()).running());
    }

    /**
     * The same, with the servers that some pipelines need.
     *
     * @param declared the catalog with stand-ins for what the servers define
     */
    static ClusterProject start(
            ProjectOptions project, Console console, PipelineCatalog declared, Collection<String> pipelines)
            throws IOException, InterruptedException {
        TargetCluster.require(declared);
        return open(project, console, new LocalServers(project, console).startWithCluster(declared, pipelines));
    }

    private static ClusterProject open(
            ProjectOptions project, Console console, Optional<SandboxFolder.Running> running) {
        PipelineCatalog catalog = project.load(environment -> environment.sandbox()
                ? running.map(SandboxFolder.Running::variables).orElse(Map.of())
                : Map.of());
        TargetCluster.require(catalog);
        LogFile.open(project.root(), "deploy");
        return new ClusterProject(project, console, catalog, running.filter(any -> catalog.environment()
                .sandbox()));
    }

    PipelineCatalog catalog() {
        return catalog;
    }

    /** The cluster's REST interface, which nothing has asked yet. */
    FlinkRest rest() {
        return TargetCluster.rest(catalog, project, console);
    }

    Redaction redaction() {
        return redaction;
    }

    ReleaseStore store() {
        Target.Session session = catalog.environment().session().orElseThrow();
        String folder = session.releases()
                .map(written -> TargetCluster.text(catalog, project, console, written))
                .orElse(".millrace/releases");
        requireFolder(session.releases(), folder);
        boolean relative = !folder.startsWith("/") && !folder.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
        return ReleaseStore.of(
                relative ? project.root().resolve(folder).toString() : folder,
                catalog.project().name().value(),
                catalog.environment().name());
    }

    private void requireFolder(Optional<Located<String>> written, String folder) {
        if (!ReleaseStore.isFolder(folder)) {
            DiagnosticCollector problems = new DiagnosticCollector();
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    written.orElseThrow().location(),
                    "releases must name a folder",
                    "a path or a URI such as hdfs://host/folder");
            require(problems);
        }
    }

    /** The programs of some pipelines; ends the command where one is invalid. */
    List<PipelineProgram> programs(Set<String> names) {
        DiagnosticCollector problems = new DiagnosticCollector();
        problems.addAll(catalog.problems(names));
        require(problems);
        return names.stream().map(name -> catalog.program(name).orElseThrow()).toList();
    }

    /** Makes the secrets known that a pipeline's tables name, so that they are masked in what is printed. */
    void learnSecrets(String pipeline) {
        if (Pipelines.isKnown(catalog, pipeline)) {
            catalog.program(pipeline).ifPresent(program -> compiler().tables(program, new DiagnosticCollector()));
        }
    }

    SecretSource secrets() {
        return secrets;
    }

    /** The files of the project's jars. */
    List<Path> jars() {
        return jars.files();
    }

    ProgramCompiler compiler() {
        return new ProgramCompiler(jars, secrets, redaction);
    }

    DeploymentTarget target() {
        return new DeploymentTarget(
                catalog.project().name().value(), catalog.environment().name(), rest().patient(OUTAGE), store());
    }

    ChangePlanner planner(DeploymentTarget target) {
        try {
            List<ReleasedJar> contents = new ArrayList<>();
            for (Path jar : jars.files()) {
                contents.add(ReleasedJar.of(jar));
            }
            return new ChangePlanner(target, compiler(), contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DeploySettings settings(
            DeploymentTarget target,
            List<Path> jarFiles,
            Duration patience,
            Set<String> mayLoseState,
            Set<String> fresh) {
        DeployListener listener = (pipeline, what) -> {
            console.err().println(pipeline + ": " + redaction.redact(what));
            console.err().flush();
        };
        return new DeploySettings(
                target,
                jarFiles,
                secrets,
                redaction,
                patience,
                mayLoseState,
                fresh,
                new GitChanges(project.root()).commit(),
                who(),
                listener);
    }

    /** Prints problems; ends the command where one is an error. */
    void require(DiagnosticCollector problems) {
        project.printer().print(problems.sorted());
        if (problems.hasErrors()) {
            throw new CommandFailed(ExitCode.INVALID_CATALOG, "");
        }
    }

    @Override
    public void close() {
        jars.close();
    }

    /** The user and host, as far as they are known. */
    private static String who() {
        String user = System.getProperty("user.name", "");
        try {
            return user + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return user;
        }
    }
}
