package io.millrace.catalog.diagnostic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers the problems of a run, so that all of them are reported and not the first; equal ones count once. */
public final class DiagnosticCollector {

    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    /** Adds a problem; whether it is new. */
    public boolean add(Diagnostic diagnostic) {
        return diagnostics.add(diagnostic);
    }

    public void error(DiagnosticCode code, SourceLocation location, String message) {
        add(Diagnostic.error(code, location, message));
    }

    public void error(DiagnosticCode code, SourceLocation location, String message, String hint) {
        add(Diagnostic.error(code, location, message, hint));
    }

    public void error(DiagnosticCode code, SourceLocation location, String message, Optional<String> hint) {
        add(Diagnostic.error(code, location, message, hint));
    }

    public void addAll(Iterable<Diagnostic> others) {
        others.forEach(this::add);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** How many problems there are so far; comparing two counts tells whether a step found any. */
    public int count() {
        return diagnostics.size();
    }

    /** All problems in reading order. */
    public List<Diagnostic> sorted() {
        return diagnostics.stream().sorted(Diagnostic.ORDER).toList();
    }
}
