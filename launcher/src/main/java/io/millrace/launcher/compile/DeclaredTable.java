package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.catalog.UniqueConstraint;

/**
 * A table of a pipeline as Flink understands it, with the places of its parts in the user's files.
 *
 * @param sql the CREATE TABLE
 * @param options with secrets put in; never to be printed as they are
 * @param schema its columns and keys
 * @param read whether a query of the pipeline reads it
 * @param written whether an INSERT of the pipeline writes it
 */
public record DeclaredTable(
        EditedText sql, Map<String, String> options, ResolvedSchema schema, boolean read, boolean written) {

    /** Its simple name. */
    public String name() {
        return new TableOptions(sql).table();
    }

    /** An option's value; empty where it is not set. */
    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key));
    }

    /** The columns that the connector itself reads or writes. */
    public List<Column> physicalColumns() {
        return schema.getColumns().stream().filter(Column::isPhysical).toList();
    }

    /** The columns of the primary key; none where it has no key. */
    public List<String> primaryKey() {
        return schema.getPrimaryKey().map(UniqueConstraint::getColumns).orElse(List.of());
    }

    /** Where an option's value stands; the table's name where the statement does not hold the option. */
    public SourceLocation placeOf(String key) {
        TableOptions places = new TableOptions(sql);
        return places.value(key).orElseGet(places::name);
    }

    /** Where a column is declared; the table's name where it comes from elsewhere. */
    public SourceLocation placeOfColumn(String column) {
        return columnToken(column).orElseGet(() -> new TableOptions(sql).name());
    }

    /** Where PRIMARY KEY stands; the table's name where it is a part of a column. */
    public SourceLocation placeOfKey() {
        return sql.statement().tokens().stream()
                .filter(token -> token.isWord("PRIMARY"))
                .findFirst()
                .map(token -> sql.statement().source().locate(token.start()))
                .orElseGet(() -> new TableOptions(sql).name());
    }

    /** Without values, which may be secrets. */
    @Override
    public String toString() {
        return "DeclaredTable[" + name() + "]";
    }

    private Optional<SourceLocation> columnToken(String column) {
        return ColumnTokens.of(sql.statement().tokens()).stream()
                .filter(token -> token.value().equals(column))
                .map(SqlToken::start)
                .map(sql.statement().source()::locate)
                .findFirst();
    }
}
