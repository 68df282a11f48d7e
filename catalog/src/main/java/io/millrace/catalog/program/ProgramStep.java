package io.millrace.catalog.program;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.settings.Resolved;
import java.util.List;

/** One step of a program. The statements in it have variables and table options put in; secrets are placeholders. */
public sealed interface ProgramStep {

    /** Sets a Flink option. */
    record SetOption(String key, Resolved<String> value) implements ProgramStep {}

    /** Registers a function of the project's jars under a SQL name. */
    record CreateFunction(String name, String className, SourceLocation location) implements ProgramStep {}

    /** Runs a CREATE TABLE, CREATE VIEW or CREATE FUNCTION statement. */
    record CreateObject(EditedText sql) implements ProgramStep {}

    /**
     * Declares nothing; says that the rows of a table come from another one, by which they are checked.
     *
     * @param table the name that queries and tests know
     * @param unchecked the name that the user's own statement got
     */
    record CheckRows(String table, String unchecked) implements ProgramStep {}

    /** Runs all INSERTs of the pipeline as one statement set. */
    record InsertGroup(List<EditedText> inserts) implements ProgramStep {}
}
