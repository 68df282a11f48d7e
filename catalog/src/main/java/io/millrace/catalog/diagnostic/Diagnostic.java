package io.millrace.catalog.diagnostic;

import java.util.Comparator;
import java.util.Optional;

/**
 * One problem, as data: nothing ever parses its message.
 *
 * @param code what kind of problem; stable across releases
 * @param severity whether it makes the catalog invalid
 * @param location the user's file, line and column
 * @param message what is wrong, one sentence without a full stop
 * @param hint what to do about it; empty where nothing useful is known
 */
public record Diagnostic(
        DiagnosticCode code, Severity severity, SourceLocation location, String message, Optional<String> hint) {

    /** Reading order: by place, then by code. */
    public static final Comparator<Diagnostic> ORDER =
            Comparator.comparing(Diagnostic::location).thenComparing(Diagnostic::code);

    public static Diagnostic error(DiagnosticCode code, SourceLocation location, String message) {
        return new Diagnostic(code, Severity.ERROR, location, message, Optional.empty());
    }

    public static Diagnostic error(DiagnosticCode code, SourceLocation location, String message, String hint) {
        return new Diagnostic(code, Severity.ERROR, location, message, Optional.of(hint));
    }

    /** With a hint where there is one. */
    public static Diagnostic error(
            DiagnosticCode code, SourceLocation location, String message, Optional<String> hint) {
        return new Diagnostic(code, Severity.ERROR, location, message, hint);
    }

    /** What leaves the catalog valid. */
    public static Diagnostic warning(DiagnosticCode code, SourceLocation location, String message, String hint) {
        return new Diagnostic(code, Severity.WARNING, location, message, Optional.of(hint));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
