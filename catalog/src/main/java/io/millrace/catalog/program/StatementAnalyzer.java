package io.millrace.catalog.program;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.script.EditedText;
import java.util.Set;

/** Tells what a statement reads, by a real SQL parser that this module does not have. */
public interface StatementAnalyzer {

    /**
     * The tables and views that a statement's queries name, as written, without names that WITH clauses of the
     * statement itself define; empty when it does not parse.
     *
     * @param problems receives a syntax error at its place in the user's file
     */
    Set<String> tablesRead(EditedText statement, DiagnosticCollector problems);
}
