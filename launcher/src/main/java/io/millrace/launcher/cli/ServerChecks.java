package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.launcher.compile.DeclaredTable;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.doctor.CheckResult;
import io.millrace.launcher.doctor.server.ServerExamination;
import io.millrace.launcher.local.SandboxFolder;
import io.millrace.launcher.local.SandboxNeeds;
import io.millrace.launcher.local.SecretValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.LogManager;

/** The steps of {@code doctor --connect}: the sandbox's addresses, the tables with their secrets, the servers. */
final class ServerChecks {

    private final ProjectOptions project;
    private final Console console;
    private final ProjectJars jars;
    private final DiagnosticCollector problems;

    /** @param problems receives what keeps a table from being declared */
    ServerChecks(ProjectOptions project, Console console, ProjectJars jars, DiagnosticCollector problems) {
        this.project = project;
        this.console = console;
        this.jars = jars;
        this.problems = problems;
    }

    /** What the servers say; that the sandbox is not up where the environment uses it and it is not. */
    List<CheckResult> examine(Set<String> pipelines) throws InterruptedException {
        // JDBC drivers log through java.util.logging, whose default is the console.
        LogManager.getLogManager().reset();
        Optional<SandboxFolder.Running> sandbox = new SandboxFolder(project.root()).running();
        List<String> down = needed(pipelines).stream()
                .filter(server ->
                        sandbox.filter(running -> running.answers(server)).isEmpty())
                .toList();
        return down.isEmpty() ? examine(pipelines, sandbox) : List.of(notUp(down));
    }

    private List<CheckResult> examine(Set<String> pipelines, Optional<SandboxFolder.Running> running)
            throws InterruptedException {
        Optional<SandboxFolder.Running> sandbox = needed(pipelines).isEmpty() ? Optional.empty() : running;
        PipelineCatalog catalog = project.load(
                environment -> sandbox.map(SandboxFolder.Running::variables).orElse(Map.of()));
        Redaction redaction = new Redaction();
        SecretValues secrets =
                new SecretValues(catalog.environment(), project.root(), console.environment(), sandbox, redaction);
        ProgramCompiler compiler = new ProgramCompiler(jars, secrets, redaction);
        DiagnosticCollector found = new DiagnosticCollector();
        List<DeclaredTable> tables = pipelines.stream()
                .flatMap(name -> catalog.program(name).stream())
                .flatMap(program -> compiler.tables(program, found).stream())
                .toList();
        problems.addAll(found.sorted());
        return new ServerExamination(jars.classLoader(), redaction).examine(tables);
    }

    private Set<String> needed(Set<String> pipelines) {
        PipelineCatalog catalog = project.load();
        return catalog.environment().sandbox() ? new SandboxNeeds(catalog).servers(pipelines) : Set.of();
    }

    private static CheckResult notUp(List<String> servers) {
        return CheckResult.unreachable(
                "sandbox",
                Optional.empty(),
                "the sandbox's " + String.join(", ", servers) + (servers.size() == 1 ? " is" : " are") + " not up",
                "'millrace sandbox up' starts what the pipelines need");
    }
}
