package io.millrace.catalog.validation;

import io.millrace.catalog.diagnostic.Diagnostic;

/** Receives what rules find wrong. */
public interface Findings {

    /** A problem that makes one pipeline invalid. */
    void add(String pipeline, Diagnostic diagnostic);

    /** Whether a pipeline has no errors so far. */
    boolean isValid(String pipeline);

    /** A problem of the project as a whole, which makes no pipeline invalid. */
    void add(Diagnostic diagnostic);
}
