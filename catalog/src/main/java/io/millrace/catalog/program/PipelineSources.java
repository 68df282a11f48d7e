package io.millrace.catalog.program;

import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.Stage;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlScript;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.StatementKind;
import java.util.List;
import java.util.Optional;
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

    /** The statement that declares a table of 'ingest' or a view of 'transform': what rows can be checked of. */
    public Optional<SqlStatement> checkable(String name) {
        return declaring(name, StatementKind.CREATE_TABLE, Stage.INGEST)
                .or(() -> declaring(name, StatementKind.CREATE_VIEW, Stage.TRANSFORM));
    }

    /** The statement that declares the table of dead letters; empty where the descriptor names none of 'sink'. */
    public Optional<SqlStatement> deadLetters() {
        return descriptor
                .deadLetters()
                .map(Located::value)
                .flatMap(name -> declaring(name, StatementKind.CREATE_TABLE, Stage.SINK));
    }

    private Optional<SqlStatement> declaring(String name, StatementKind kind, Stage stage) {
        return scripts.stream()
                .filter(script -> script.stage() == stage)
                .flatMap(script -> script.script().statements().stream())
                .filter(statement -> statement.kind() == kind)
                .filter(statement -> statement
                        .name()
                        .map(SqlName::simple)
                        .filter(name::equals)
                        .isPresent())
                .findFirst();
    }
}
