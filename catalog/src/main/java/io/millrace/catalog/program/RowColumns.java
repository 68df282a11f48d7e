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

    /** The message itself, which formats that go on behind an error give of what they cannot parse. */
    private static final String RAW = "value.raw";

    private static final String ERROR = "value.parse-error";

    /** Empty where the statement does not name all columns. */
    public static Optional<RowColumns> of(SqlStatement statement) {
        return DeclaredColumns.of(statement).map(RowColumns::new);
    }

    /**
     * The row itself: what its source or query gives, not what the table computes; the message as it came where the table
     * declares it and its format could not parse it.
     */
    String data() {
        String row = object(columns.stream()
                .filter(column -> column.origin() == Origin.PHYSICAL || column.origin() == Origin.QUERY)
                .toList());
        return from(RAW)
                .map(raw -> "COALESCE(CAST(" + raw + " AS STRING), " + row + ")")
                .orElse(row);
    }

    /** The column that says why the format could not parse the message; empty where the table declares none. */
    Optional<String> parseError() {
        return from(ERROR);
    }

    /** Where it came from: the table's metadata columns; NULL where it declares none. */
    String position() {
        List<Column> metadata = columns.stream()
                .filter(column -> column.origin() == Origin.METADATA)
                .filter(column -> column.from()
                        .filter(key -> key.equals(RAW) || key.equals(ERROR))
                        .isEmpty())
                .toList();
        return metadata.isEmpty() ? "CAST(NULL AS STRING)" : object(metadata);
    }

    private Optional<String> from(String key) {
        return columns.stream()
                .filter(column -> column.from().filter(key::equals).isPresent())
                .findFirst()
                .map(column -> column.token().text());
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
