package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.Environment.Secrets;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.Placeholder;
import io.millrace.launcher.compile.EnvironmentSecrets;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.StandInSecrets;
import io.millrace.launcher.deploy.ApplicationFolder;
import io.millrace.launcher.deploy.ApplicationPackage;
import io.millrace.launcher.local.SandboxFolder;
import io.millrace.launcher.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a folder from which an application cluster runs a pipeline. */
@Command(
        name = "package",
        description = {
            "Write a folder from which a Flink application cluster runs a pipeline: its jars, its SQL, its compiled plan,"
                    + " and run.sh, the command line. Secrets are read where the job runs.",
            "With --previous, operators keep the ids that they had there, so that --fromSavepoint finds their state."
        },
        exitCodeList = {ExitCodes.STATE_REFUSED},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PackageCommand implements Callable<Integer> {

    private static final Secrets.FromEnv PREFIX = new Secrets.FromEnv("MILLRACE_SECRET_");

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Parameters(
            index = "0",
            paramLabel = "PIPELINE",
            completionCandidates = PipelineNames.class,
            description = "The pipeline's name.")
    private String name;

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder, which must not exist.")
    private Path folder;

    @Option(
            names = "--previous",
            paramLabel = "DIR",
            description = "The folder of the release that runs, whose state shall go on.")
    private Path previous;

    @Option(names = "--allow-state-loss", description = "Write it although some of that state does not go on.")
    private boolean mayLoseState;

    PackageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            return make();
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.WRONG_USAGE, "cannot write to " + folder + ": " + e.getMessage());
        }
    }

    private int make() throws IOException {
        PipelineCatalog catalog = project.load(this::provided);
        Pipelines.requireKnown(catalog, name);
        Path target = console.workingFolder().resolve(folder).normalize();
        if (Files.exists(target)) {
            throw new CommandFailed(ExitCode.WRONG_USAGE, folder + " exists already");
        }
        DiagnosticCollector problems = new DiagnosticCollector();
        problems.addAll(catalog.problems(Set.of(name)));
        require(problems);
        LogFile.open(project.root(), "deploy");
        DiagnosticCollector found = new DiagnosticCollector();
        try (ProjectJars jars = ProjectJars.of(project.root(), catalog.project().jars(), found)) {
            require(found);
            return write(catalog, catalog.program(name).orElseThrow(), jars, target);
        }
    }

    private int write(PipelineCatalog catalog, PipelineProgram program, ProjectJars jars, Path target)
            throws IOException {
        // The values are not needed: only what depends on their form is planned.
        ProgramCompiler compiler = new ProgramCompiler(jars, new StandInSecrets(jars), new Redaction());
        DiagnosticCollector problems = new DiagnosticCollector();
        problems.addAll(Planning.check(project.root(), catalog, List.of(program)));
        require(problems);
        ApplicationPackage made =
                new ApplicationPackage(program, jars.files(), new GitChanges(project.root()).commit(), before());
        Release release = made.compile(compiler, problems);
        require(problems);
        if (made.losesState() && !mayLoseState) {
            made.reasons().forEach(console.err()::println);
            throw new CommandFailed(
                    ExitCode.STATE_REFUSED,
                    "nothing was written: state would be lost; '--allow-state-loss' accepts that");
        }
        made.write(
                release,
                new ApplicationFolder(target),
                catalog.project().name().value(),
                catalog.environment().name(),
                Distribution.application(),
                secrets(catalog, program));
        console.out().println(target.resolve("run.sh"));
        console.out().flush();
        return ExitCode.DONE;
    }

    private Map<String, String> provided(Environment environment) {
        Optional<SandboxFolder.Running> sandbox =
                environment.sandbox() ? new SandboxFolder(project.root()).running() : Optional.empty();
        return sandbox.map(SandboxFolder.Running::variables).orElse(Map.of());
    }

    private Optional<Release> before() {
        if (previous == null) {
            return Optional.empty();
        }
        Optional<Release> release =
                new ApplicationFolder(console.workingFolder().resolve(previous)).release();
        if (release.filter(known -> known.pipeline().equals(name)).isEmpty()) {
            throw new CommandFailed(
                    ExitCode.WRONG_USAGE, previous + " is no folder that 'package' made of '" + name + "'");
        }
        return release;
    }

    private Map<String, String> secrets(PipelineCatalog catalog, PipelineProgram program) {
        Map<String, String> places = new TreeMap<>();
        Stream.concat(program.objects(), program.inserts())
                .map(EditedText::text)
                .flatMap(text -> Placeholder.in(text).stream())
                .filter(Placeholder::secret)
                .map(Placeholder::name)
                .forEach(secret -> places.put(secret, place(catalog, secret)));
        return places;
    }

    private String place(PipelineCatalog catalog, String secret) {
        Secrets from = catalog.environment().secrets().orElse(PREFIX);
        if (from instanceof Secrets.FromFiles files) {
            return "file:" + project.root().resolve(files.directory()).resolve(secret);
        }
        return "env:" + EnvironmentSecrets.variable((Secrets.FromEnv) from, secret);
    }

    private void require(DiagnosticCollector problems) {
        project.printer().print(problems.sorted());
        if (problems.hasErrors()) {
            throw new CommandFailed(ExitCode.INVALID_CATALOG, "");
        }
    }
}
