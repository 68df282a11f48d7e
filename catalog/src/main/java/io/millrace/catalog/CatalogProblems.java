package io.millrace.catalog;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.validation.Findings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The problems of a catalog, by the pipeline that they make invalid. */
final class CatalogProblems implements Findings {

    private final DiagnosticCollector project;
    private final Map<String, DiagnosticCollector> pipelines = new HashMap<>();
    private final Map<String, DiagnosticCollector> tests = new HashMap<>();
    private final DiagnosticCollector unknownTests = new DiagnosticCollector();

    CatalogProblems(DiagnosticCollector project) {
        this.project = project;
    }

    @Override
    public void add(String pipeline, Diagnostic diagnostic) {
        of(pipeline).add(diagnostic);
    }

    @Override
    public void add(Diagnostic diagnostic) {
        project.add(diagnostic);
    }

    DiagnosticCollector of(String pipeline) {
        return pipelines.computeIfAbsent(pipeline, name -> new DiagnosticCollector());
    }

    @Override
    public boolean isValid(String pipeline) {
        return !of(pipeline).hasErrors();
    }

    List<Diagnostic> of(Collection<String> selected) {
        DiagnosticCollector all = new DiagnosticCollector();
        all.addAll(project.sorted());
        selected.forEach(name -> all.addAll(of(name).sorted()));
        return all.sorted();
    }

    /** The problems of a pipeline's tests, which leave the pipeline itself valid. */
    DiagnosticCollector ofTests(String pipeline) {
        return tests.computeIfAbsent(pipeline, name -> new DiagnosticCollector());
    }

    /** The problems of tests that belong to no known pipeline. */
    DiagnosticCollector ofUnknownTests() {
        return unknownTests;
    }

    List<Diagnostic> ofTests(Collection<String> selected) {
        DiagnosticCollector all = new DiagnosticCollector();
        all.addAll(unknownTests.sorted());
        selected.forEach(name -> all.addAll(ofTests(name).sorted()));
        return all.sorted();
    }
}
