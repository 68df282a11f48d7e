package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.compile.CatalogCompiler;
import io.millrace.launcher.compile.FlinkStatementAnalyzer;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.StandInSecrets;
import io.millrace.launcher.run.ScratchFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of validating that needs Flink; a class of its own, so that errors in YAML load none of it. */
final class Planning {

    private Planning() {}

    /** Plans the programs with stand-ins for secrets, and looks for circles between pipelines. */
    static List<Diagnostic> check(Path root, PipelineCatalog catalog, List<PipelineProgram> programs) {
        DiagnosticCollector problems = new DiagnosticCollector();
        catalog.graph(new FlinkStatementAnalyzer());
        try (ProjectJars jars = ProjectJars.of(root, catalog.project().jars(), problems);
                ScratchFolder folder = ScratchFolder.create()) {
            boolean complete = !problems.hasErrors();
            List<PipelineProgram> plannable = programs.stream()
                    .filter(program -> complete || program.functions().findAny().isEmpty())
                    .toList();
            ProgramCompiler compiler = new ProgramCompiler(
                    jars, new StandInSecrets(jars), new Redaction(), (table, options) -> in(folder, table, options));
            new CatalogCompiler(compiler).check(plannable, problems);
        }
        return problems.sorted();
    }

    /** Planning a batch job that writes files makes their folder, which checking must not. */
    private static Map<String, String> in(ScratchFolder folder, String table, Map<String, String> options) {
        if (!"filesystem".equals(options.get("connector")) || !options.containsKey("path")) {
            return options;
        }
        Map<String, String> elsewhere = new LinkedHashMap<>(options);
        elsewhere.put("path", folder.path().resolve(table).toString());
        return elsewhere;
    }
}
