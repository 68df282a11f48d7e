package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.SqlScript;
import io.millrace.catalog.script.StatementSequence;
import io.millrace.launcher.compile.EnvironmentSecrets;
import io.millrace.launcher.compile.GuestIdentity;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SecretSource;
import io.millrace.launcher.compile.SessionDeclarations.Conflict;
import io.millrace.launcher.compile.StartPosition;
import io.millrace.launcher.local.SandboxFolder;
import io.millrace.launcher.report.DiagnosticPrinter;
import io.millrace.launcher.session.InteractiveClient;
import io.millrace.launcher.session.RowFormat;
import io.millrace.launcher.session.ScriptEnd;
import io.millrace.launcher.session.ScriptRunner;
import io.millrace.launcher.session.SessionRequest;
import io.millrace.launcher.session.SqlSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of {@code sql}: load, open a session with what the pipelines declare, run what the user wants there. */
final class SqlSessions {

    private final Console console;
    private final ProjectOptions project;
    private final SelectedPipelines selected;
    private final Redaction redaction = new Redaction();

    SqlSessions(Console console, ProjectOptions project, SelectedPipelines selected) {
        this.console = console;
        this.project = project;
        this.selected = selected;
    }

    /** What is done in a session, and the exit code that comes of it. */
    @FunctionalInterface
    private interface Use {
        int of(SqlSession session) throws IOException;
    }

    /** Opens the SQL Client and returns when the user leaves it. */
    int interact() throws IOException {
        Path history = project.root().resolve(".millrace").resolve("sql-history");
        return inSession(session -> {
            new InteractiveClient(session, history).run(redaction, this::render);
            return ExitCode.DONE;
        });
    }

    /** Runs scripts to their end. */
    int run(List<SourceText> sources, RowFormat format) throws IOException {
        Map<String, SourceText> texts = new HashMap<>();
        sources.forEach(source -> texts.put(source.file(), source));
        DiagnosticPrinter printer = project.printer(texts);
        DiagnosticCollector problems = new DiagnosticCollector();
        List<SqlScript> scripts = sources.stream()
                .map(source -> StatementSequence.of(source, problems))
                .toList();
        printer.print(problems.sorted());
        if (problems.hasErrors()) {
            return ExitCode.INVALID_CATALOG;
        }
        if (scripts.stream().allMatch(script -> script.statements().isEmpty())) {
            return ExitCode.DONE;
        }
        return inSession(session -> {
            ScriptRunner runner = new ScriptRunner(
                    session,
                    redaction,
                    console.out(),
                    format,
                    problem -> printer.print(List.of(problem)),
                    console.err()::println);
            new StopSignals().install(runner::stop);
            return exitCode(runner.run(scripts));
        });
    }

    private int inSession(Use use) throws IOException {
        Path root = project.root();
        LogFile.open(root, "sql");
        PipelineCatalog catalog = project.load(SandboxValues::placeholders);
        Set<String> names = selected.of(catalog);
        requireValid(catalog, names);
        DiagnosticCollector problems = new DiagnosticCollector();
        try (ProjectJars jars = ProjectJars.of(root, catalog.project().jars(), problems);
                SqlSession session = SqlSession.open(request(catalog, names, jars), problems)) {
            List<Conflict> conflicts = session.declare(problems);
            project.printer().print(problems.sorted());
            conflicts.forEach(conflict -> console.err()
                    .println("note: '" + conflict.name() + "' is that of " + conflict.kept() + "; " + conflict.other()
                            + " means another by it ('millrace sql " + conflict.other() + "' has that one)"));
            return use.of(session);
        }
    }

    /** A pipeline that the user named has to be valid; of all, the others are left out. */
    private void requireValid(PipelineCatalog catalog, Set<String> names) {
        List<Diagnostic> problems = catalog.problems(names);
        project.printer().print(problems);
        if (!selected.isEmpty() && problems.stream().anyMatch(Diagnostic::isError)) {
            throw new CommandFailed(ExitCode.INVALID_CATALOG, "");
        }
    }

    private SessionRequest request(PipelineCatalog catalog, Set<String> names, ProjectJars jars) {
        SandboxFolder folder = new SandboxFolder(project.root());
        Optional<SecretSource> secrets = catalog.environment()
                .secrets()
                .map(own -> new EnvironmentSecrets(own, project.root(), console.environment()));
        SandboxValues values = new SandboxValues(
                catalog,
                folder,
                new LocalServers(project, console),
                secrets,
                names.size() == 1 ? names.iterator().next() : "sql");
        return new SessionRequest(
                programs(catalog, names),
                jars,
                values,
                GuestIdentity.beside(
                        programs(
                                catalog,
                                catalog.pipelines().stream()
                                        .map(pipeline -> pipeline.name().value())
                                        .toList()),
                        StartPosition.DECLARED),
                redaction,
                catalog.environment().name(),
                catalog.environment().embedded());
    }

    private static List<PipelineProgram> programs(PipelineCatalog catalog, Collection<String> names) {
        return names.stream().flatMap(name -> catalog.program(name).stream()).toList();
    }

    private String render(List<Diagnostic> problems, SourceText source) {
        StringWriter text = new StringWriter();
        new DiagnosticPrinter(new PrintWriter(text), console.style(), project.root(), Map.of(source.file(), source))
                .print(problems);
        return text.toString();
    }

    private static int exitCode(ScriptEnd end) {
        return switch (end) {
            case DONE -> ExitCode.DONE;
            case WRONG_SQL -> ExitCode.INVALID_CATALOG;
            case JOB_FAILED -> ExitCode.JOB_FAILED;
            case UNREACHABLE -> ExitCode.UNREACHABLE;
            case NO_TARGET -> ExitCode.WRONG_USAGE;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }
}
