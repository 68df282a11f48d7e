package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlLexer;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.CatalogManager;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ContextResolvedTable;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.operations.QueryOperation;

/** The names that a session knows, for hints; asked only once something went wrong. */
final class SessionNames {

    /** Flink's list of functions leaves these out. */
    private static final List<String> WINDOW_FUNCTIONS = List.of("TUMBLE", "HOP", "CUMULATE", "SESSION");

    private final TableEnvironmentInternal environment;

    SessionNames(TableEnvironmentInternal environment) {
        this.environment = environment;
    }

    /** Tables and views. */
    List<String> tables() {
        return Arrays.asList(environment.listTables());
    }

    /** Built-in functions and those of the program. */
    List<String> functions() {
        return Stream.concat(WINDOW_FUNCTIONS.stream(), Arrays.stream(environment.listFunctions()))
                .toList();
    }

    boolean hasFunction(String name) {
        return functions().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Columns of the tables that a query mentions and the names that it gives; of a CREATE TABLE its own columns. */
    Set<String> columnsFor(EditedText sql) {
        if (sql.statement().kind() == StatementKind.CREATE_TABLE) {
            return ColumnTokens.of(sql.statement().tokens()).stream()
                    .map(SqlToken::value)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Set<String> columns = new LinkedHashSet<>();
        Set<String> tables = Set.copyOf(tables());
        // The edited text, because a condition that was made a query names its table only there.
        SqlLexer.tokens(new SourceText("", sql.text()), new DiagnosticCollector()).stream()
                .map(SqlToken::value)
                .filter(tables::contains)
                .flatMap(this::columnsOf)
                .forEach(columns::add);
        columns.addAll(namesGivenIn(sql));
        return columns;
    }

    /** The names behind AS: of columns and of tables. */
    List<String> namesGivenIn(EditedText sql) {
        List<SqlToken> tokens = sql.statement().tokens();
        return IntStream.range(1, tokens.size())
                .filter(i -> isName(tokens.get(i)) && tokens.get(i - 1).isWord("AS"))
                .mapToObj(i -> tokens.get(i).value())
                .toList();
    }

    /** The columns of a table or view; empty where there is none of that name. */
    List<Column> columns(String table) {
        CatalogManager catalogs = environment.getCatalogManager();
        ObjectIdentifier identifier =
                ObjectIdentifier.of(catalogs.getCurrentCatalog(), catalogs.getCurrentDatabase(), table);
        return catalogs.getTable(identifier)
                .map(ContextResolvedTable::getResolvedSchema)
                .map(ResolvedSchema::getColumns)
                .orElse(List.of());
    }

    /** The columns that a query gives; empty where it is invalid itself. */
    List<Column> queryColumns(String query) {
        try {
            return environment.getParser().parse(query).get(0) instanceof QueryOperation operation
                    ? operation.getResolvedSchema().getColumns()
                    : List.of();
        } catch (RuntimeException | LinkageError e) {
            return List.of();
        }
    }

    private Stream<String> columnsOf(String table) {
        return columns(table).stream().map(Column::getName);
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }
}
