package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import io.millrace.launcher.compile.CompiledQuery;
import io.millrace.launcher.compile.GuestIdentity;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SecretSource;
import io.millrace.launcher.compile.StandInSecrets;
import io.millrace.launcher.compile.TableRewriter;
import io.millrace.launcher.compile.ViewProgram;
import io.millrace.launcher.compile.ViewQuery;
import io.millrace.launcher.local.SandboxFolder;
import io.millrace.launcher.local.SandboxNeeds;
import io.millrace.launcher.local.SandboxVariables;
import io.millrace.launcher.local.SecretValues;
import io.millrace.launcher.report.DiagnosticPrinter;
import io.millrace.launcher.report.ResultPrinter;
import io.millrace.launcher.run.ClusterStart;
import io.millrace.launcher.run.EmbeddedQuery;
import io.millrace.launcher.run.GuestCleanup;
import io.millrace.launcher.run.GuestServers;
import io.millrace.launcher.run.QueryResult;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of {@code peek}: find the view, check the query, servers, plan as a guest, run, tidy up. */
final class PeekRunner {

    private final Console console;
    private final ProjectOptions project;
    private final PeekRequest request;
    private final Redaction redaction = new Redaction();
    private final StopSignals signals = new StopSignals();
    private final DiagnosticCollector shown = new DiagnosticCollector();
    private Optional<ClusterStart> cluster = Optional.empty();

    PeekRunner(Console console, ProjectOptions project, PeekRequest request) {
        this.console = console;
        this.project = project;
        this.request = request;
    }

    int run() throws IOException, InterruptedException {
        LogFile.open(project.root(), "peek");
        PipelineCatalog declared = project.load();
        PeekTarget target = PeekTarget.of(declared, request.view(), request.pipeline());
        PipelineProgram program = program(declared, target);
        ViewQuery query = query(target.definition(program));
        DiagnosticCollector problems = new DiagnosticCollector();
        try (ProjectJars jars =
                ProjectJars.of(project.root(), declared.project().jars(), problems)) {
            if (request.where().isEmpty()) {
                // Then there is hardly anything that could be wrong before the cluster is needed.
                cluster();
            }
            check(program, query, jars, problems);
            cluster();
            return run(declared, target, ViewProgram.objects(program, query), jars);
        } finally {
            cluster.ifPresent(ClusterStart::close);
        }
    }

    /** The cluster, which starts in the background at the first call. */
    private ClusterStart cluster() {
        if (cluster.isEmpty()) {
            cluster = Optional.of(ClusterStart.forQuery());
        }
        return cluster.get();
    }

    /** Declares and parses everything with stand-ins, so that mistakes show before anything is started. */
    private void check(PipelineProgram program, ViewQuery query, ProjectJars jars, DiagnosticCollector problems) {
        PipelineProgram needed = ViewProgram.of(program, query);
        ProgramCompiler compiler = compiler(jars, new StandInSecrets(jars), TableRewriter.NONE);
        compiler.declare(needed, problems).ifPresent(session -> session.accepts(query.sql(), problems));
        requireNone(problems.sorted());
    }

    private int run(PipelineCatalog declared, PeekTarget target, Set<String> objects, ProjectJars jars)
            throws IOException, InterruptedException {
        Optional<SandboxFolder.Running> sandbox = new LocalServers(project, console)
                .start(declared, SandboxNeeds.ofObjects(declared, objects), Set.of(target.pipeline()));
        PipelineCatalog catalog = project.load(environment -> variables(environment, sandbox));
        GuestIdentity guest = GuestIdentity.beside(programs(catalog), request.start());
        SecretSource secrets =
                new SecretValues(catalog.environment(), project.root(), console.environment(), sandbox, redaction);
        CompiledQuery compiled = plan(program(catalog, target), target, compiler(jars, secrets, guest));
        GuestServers.unreachable(guest.tables()).ifPresent(text -> {
            throw new CommandFailed(ExitCode.UNREACHABLE, redaction.redact(text));
        });
        try {
            return run(compiled);
        } finally {
            new GuestCleanup(redaction).remove(guest.tables()).forEach(left -> console.err()
                    .println("perhaps left behind: " + left));
        }
    }

    /** Servers that only the pipeline's sinks need do not run: their stand-ins keep the rest of its files valid. */
    private static Map<String, String> variables(Environment environment, Optional<SandboxFolder.Running> sandbox) {
        Map<String, String> variables = new HashMap<>(SandboxVariables.standIns(environment));
        sandbox.ifPresent(running -> variables.putAll(running.variables()));
        return variables;
    }

    private CompiledQuery plan(PipelineProgram program, PeekTarget target, ProgramCompiler compiler) {
        ViewQuery query = query(target.definition(program));
        DiagnosticCollector problems = new DiagnosticCollector();
        Optional<CompiledQuery> compiled = compiler.declare(ViewProgram.of(program, query), problems)
                .flatMap(session -> session.plan(query.sql(), problems));
        requireNone(problems.sorted());
        return compiled.orElseThrow();
    }

    private int run(CompiledQuery compiled) throws InterruptedException {
        ResultPrinter rows = request.format().printer(compiled.columns(), compiled.streaming(), console);
        PeekProgress progress = new PeekProgress(console, rows, compiled.hasEventTime());
        EmbeddedQuery query = new EmbeddedQuery(compiled, redaction, progress, cluster());
        signals.install(query::stop);
        QueryResult result = query.run(request.most(), request.limit());
        progress.end(result, reason(result));
        project.printer().print(result.failure().stream().toList());
        if (result.failure().isPresent()) {
            return ExitCode.JOB_FAILED;
        }
        return signals.received() ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }

    private String reason(QueryResult result) {
        return switch (result.ending()) {
            case TIME_UP -> " in " + seconds(request.limit().orElseThrow());
            case END_OF_INPUT -> ", all there are";
            case STOPPED -> " until it was stopped";
            case FAILED -> " until it failed";
            case ENOUGH_ROWS -> "";
        };
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() < 1000 ? limit.toMillis() + " ms" : limit.toSeconds() + " s";
    }

    private PipelineProgram program(PipelineCatalog catalog, PeekTarget target) {
        List<Diagnostic> found = catalog.problems(Set.of(target.pipeline()));
        requireNone(found);
        return catalog.program(target.pipeline()).orElseThrow(() -> new CommandFailed(ExitCode.INVALID_CATALOG, ""));
    }

    private ViewQuery query(EditedText definition) {
        DiagnosticCollector problems = new DiagnosticCollector();
        Optional<ViewQuery> query = request.where().isEmpty()
                ? Optional.of(ViewQuery.all(definition))
                : ViewQuery.where(definition, condition(), problems);
        requireNone(problems.sorted());
        return query.orElseThrow();
    }

    private SourceText condition() {
        return new SourceText("--where", request.where().orElse(""));
    }

    private ProgramCompiler compiler(ProjectJars jars, SecretSource secrets, TableRewriter tables) {
        return new ProgramCompiler(jars, secrets, redaction, tables);
    }

    private static List<PipelineProgram> programs(PipelineCatalog catalog) {
        return catalog.pipelines().stream()
                .flatMap(pipeline -> catalog.program(pipeline.name().value()).stream())
                .toList();
    }

    private void requireNone(List<Diagnostic> problems) {
        DiagnosticPrinter printer = project.printer().with(condition());
        printer.print(problems.stream().filter(shown::add).toList());
        if (problems.stream().anyMatch(Diagnostic::isError)) {
            throw new CommandFailed(ExitCode.INVALID_CATALOG, "");
        }
    }
}
