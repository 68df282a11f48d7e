package io.millrace.catalog.program;

import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.Stage;
import io.millrace.catalog.script.SqlScript;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.StatementKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * A descriptor with the SQL files that it names, as far as they could be read.
 *
 * @param scripts in the order in which they run; a file that is named twice stands once
 */
public record PipelineSources(PipelineDescriptor descriptor, List<StageScript> scripts) {

    /** A script and the stage that names it. */
    public record StageScript(Stage stage, SqlScript script) {}

    public String name() {
        return descriptor.name().value();
    }

    /** All statements of a kind, in order. */
    public Stream<SqlStatement> statements(StatementKind kind) {
        return statements().filter(statement -> statement.kind() == kind);
    }

    /** All statements, in order. */
    public Stream<SqlStatement> statements() {
        return scripts.stream().flatMap(script -> script.script().statements().stream());
    }

    /** The names of the tables that the pipeline declares, as written. */
    public List<String> tableNames() {
        return statements(StatementKind.CREATE_TABLE)
                .flatMap(statement -> statement.name().stream())
                .map(name -> name.qualified())
                .toList();
    }
}
