package io.millrace.catalog.program;

import io.millrace.catalog.script.DeclaredColumns;
import io.millrace.catalog.script.DeclaredColumns.Column;
import io.millrace.catalog.script.DeclaredColumns.Origin;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.WithClause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a table or view as SQL that makes JSON of them. */
public record RowColumns(List<Column> columns) {

    /** Types that JSON_OBJECT takes and writes without loss; the others become text. */
    private static final Set<String> OF_JSON = Set.of(
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INT",
            "INTEGER",
            "BIGINT",
            "FLOAT",
            "DOUBLE",
            "CHAR",
            "VARCHAR",
            "STRING",
            "BINARY",
            "VARBINARY",
            "BYTES",
            "TIMESTAMP",
            "TIMESTAMP_LTZ",
            "ARRAY",
            "MAP",
            "MULTISET",
            "ROW");

    /** Types that make even a row or list that holds them impossible for JSON_OBJECT. */
    private static final List<String> NEVER_JSON = List.of("DATE", "TIME");

    /** Empty where the statement does not name all columns. */
    public static Optional<RowColumns> of(SqlStatement statement) {
        return DeclaredColumns.of(statement).map(RowColumns::new);
    }

    /** The row itself: what its source or query gives, not what the table computes. */
    String data() {
        return object(columns.stream()
                .filter(column -> column.origin() == Origin.PHYSICAL || column.origin() == Origin.QUERY)
                .toList());
    }

    /** Where it came from: the table's metadata columns; NULL where it declares none. */
    String position() {
        List<Column> metadata = columns.stream()
                .filter(column -> column.origin() == Origin.METADATA)
                .toList();
        return metadata.isEmpty() ? "CAST(NULL AS STRING)" : object(metadata);
    }

    private static String object(List<Column> columns) {
        return columns.stream()
                .map(column -> WithClause.quote(column.name()) + " VALUE " + value(column))
                .collect(Collectors.joining(", ", "JSON_OBJECT(", ")"));
    }

    private static String value(Column column) {
        String written = column.token().text();
        return isJson(column.type()) ? written : "CAST(" + written + " AS STRING)";
    }

    private static boolean isJson(List<String> type) {
        return !type.isEmpty()
                && OF_JSON.contains(type.get(0))
                && NEVER_JSON.stream().noneMatch(type::contains);
    }
}
