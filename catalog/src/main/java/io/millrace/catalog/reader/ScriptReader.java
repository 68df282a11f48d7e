package io.millrace.catalog.reader;

import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.Stage;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.script.SqlScript;
import io.millrace.catalog.script.SqlSplitter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the SQL files that descriptors name; a file that many share is read and split once. */
public final class ScriptReader {

    private final ProjectFiles files;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    public ScriptReader(ProjectFiles files) {
        this.files = files;
    }

    /** The scripts of each stage that could be read; a file that a pipeline names twice stands at its first place. */
    public Map<Stage, List<SqlScript>> read(PipelineDescriptor pipeline, DiagnosticCollector problems) {
        Map<String, SqlScript> seen = new LinkedHashMap<>();
        Map<Stage, List<SqlScript>> scripts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            scripts.put(
                    stage,
                    pipeline.scripts().get(stage).stream()
                            .flatMap(path -> files.read(path.value(), path.location(), problems).stream())
                            .filter(text -> !seen.containsKey(text.file()))
                            .map(text -> seen.computeIfAbsent(text.file(), file -> split(text, problems)))
                            .toList());
        }
        return scripts;
    }

    private SqlScript split(SourceText text, DiagnosticCollector problems) {
        Outcome outcome = outcomes.computeIfAbsent(text.file(), file -> {
            DiagnosticCollector faults = new DiagnosticCollector();
            SqlScript script = SqlSplitter.split(text, faults);
            if (script.statements().isEmpty() && !faults.hasErrors()) {
                faults.error(DiagnosticCode.EMPTY_SCRIPT, text.locate(0), "the script holds no statement", "remove it");
            }
            return new Outcome(script, faults.sorted());
        });
        problems.addAll(outcome.faults);
        return outcome.script;
    }

    private record Outcome(SqlScript script, List<Diagnostic> faults) {}
}
