package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.compile.CatalogCompiler;
import io.millrace.launcher.compile.CompiledPipeline;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SecretSource;
import io.millrace.launcher.local.SandboxFolder;
import io.millrace.launcher.local.SecretValues;
import io.millrace.launcher.run.ClusterStart;
import io.millrace.launcher.run.EmbeddedRun;
import io.millrace.launcher.run.PipelineResult;
import io.millrace.launcher.run.ProgramFingerprint;
import io.millrace.launcher.run.RunRequest;
import io.millrace.launcher.run.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of {@code run}: load, servers, compile, take the state, run, report. */
final class EmbeddedRunner {

    private final Console console;
    private final ProjectOptions project;
    private final boolean fresh;
    private final Redaction redaction = new Redaction();

    EmbeddedRunner(Console console, ProjectOptions project, boolean fresh) {
        this.console = console;
        this.project = project;
        this.fresh = fresh;
    }

    int run(SelectedPipelines selected, Optional<Duration> limit) throws IOException, InterruptedException {
        PipelineCatalog declared = project.load();
        Set<String> names = selected.of(declared);
        requireValid(declared, names);
        if (names.isEmpty()) {
            console.err().println("millrace: no pipeline is chosen, so there is nothing to run");
            return ExitCode.DONE;
        }
        Path root = project.root();
        LogFile.open(root);
        Optional<SandboxFolder.Running> sandbox = new LocalServers(project, console).start(declared, names);
        PipelineCatalog catalog = project.load(
                environment -> sandbox.map(SandboxFolder.Running::variables).orElse(Map.of()));
        requireValid(catalog, names);
        DiagnosticCollector problems = new DiagnosticCollector();
        try (ProjectJars jars = ProjectJars.of(root, catalog.project().jars(), problems)) {
            requireNone(problems);
            SecretSource secrets =
                    new SecretValues(catalog.environment(), root, console.environment(), sandbox, redaction);
            ProgramCompiler compiler = new ProgramCompiler(jars, secrets, redaction);
            StateFolder states =
                    new StateFolder(root, catalog.environment().name(), sandbox.map(SandboxFolder.Running::id));
            List<PipelineProgram> programs = names.stream()
                    .map(name -> catalog.program(name).orElseThrow())
                    .toList();
            return run(programs, compiler, states, limit);
        }
    }

    private int run(
            List<PipelineProgram> programs, ProgramCompiler compiler, StateFolder states, Optional<Duration> limit)
            throws InterruptedException {
        try (ClusterStart cluster = ClusterStart.forPrograms(programs)) {
            DiagnosticCollector problems = new DiagnosticCollector();
            List<CompiledPipeline> compiled = new CatalogCompiler(compiler).compile(programs, problems);
            requireNone(problems);
            return run(requests(compiled, states), cluster, limit);
        }
    }

    private List<RunRequest> requests(List<CompiledPipeline> compiled, StateFolder states) {
        DiagnosticCollector problems = new DiagnosticCollector();
        List<RunRequest> requests = new ArrayList<>();
        for (CompiledPipeline pipeline : compiled) {
            states.open(pipeline.program(), ProgramFingerprint.of(pipeline.program()), fresh, problems)
                    .ifPresent(state -> requests.add(new RunRequest(pipeline, state)));
        }
        if (problems.hasErrors()) {
            requests.forEach(request -> request.state().close());
            project.printer().print(problems.sorted());
            boolean locked =
                    problems.sorted().stream().anyMatch(problem -> problem.code() == DiagnosticCode.STATE_LOCKED);
            throw new CommandFailed(locked ? ExitCode.LOCKED : ExitCode.STATE_REFUSED, "");
        }
        return requests;
    }

    private int run(List<RunRequest> requests, ClusterStart cluster, Optional<Duration> limit)
            throws InterruptedException {
        if (console.terminal()) {
            RowOutput.install();
        }
        RunProgress progress = new RunProgress(console);
        EmbeddedRun run = new EmbeddedRun(requests, redaction, progress, cluster);
        StopSignals signals = new StopSignals();
        signals.install(() -> {
            progress.stopping();
            run.stop();
        });
        List<PipelineResult> results = run.run(limit);
        progress.end(results);
        List<Diagnostic> failures =
                results.stream().flatMap(result -> result.failure().stream()).toList();
        project.printer().print(failures);
        if (!failures.isEmpty()) {
            return ExitCode.JOB_FAILED;
        }
        return signals.received() ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }

    private void requireValid(PipelineCatalog catalog, Set<String> names) {
        Pipelines.requireEmbedded(catalog);
        DiagnosticCollector problems = new DiagnosticCollector();
        problems.addAll(catalog.problems(names));
        requireNone(problems);
    }

    private void requireNone(DiagnosticCollector problems) {
        project.printer().print(problems.sorted());
        if (problems.hasErrors()) {
            throw new CommandFailed(ExitCode.INVALID_CATALOG, "");
        }
    }
}
