package io.millrace.catalog.program;

import io.millrace.catalog.script.DeclaredColumns;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlStatement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table that takes rows which are not as expected; it may have columns of its own besides, which stay NULL.
 *
 * @param statement declares it
 */
public record DeadLetterTable(SqlStatement statement) {

    /** The columns that it needs, all of them texts. */
    public static final List<String> COLUMNS =
            List.of("pipeline", "table_name", "reason", "source_position", "row_data");

    /** Filled where the table has it. */
    public static final String TIME = "failed_at";

    /** Those of the needed columns that it has not. */
    public List<String> missing() {
        return COLUMNS.stream().filter(column -> !has(column)).toList();
    }

    /** Whether it has the column for the time at which a row was found. */
    boolean takesTime() {
        return has(TIME);
    }

    /** The columns that are filled. */
    List<String> filled() {
        return Stream.concat(COLUMNS.stream(), takesTime() ? Stream.of(TIME) : Stream.empty())
                .toList();
    }

    /** Its name in SQL. */
    String written() {
        SqlName name = statement.name().orElseThrow();
        return name.parts().stream()
                .map(part -> "`" + part.replace("`", "``") + "`")
                .collect(Collectors.joining("."));
    }

    private boolean has(String column) {
        Optional<List<DeclaredColumns.Column>> columns = DeclaredColumns.of(statement);
        return columns.isPresent()
                && columns.get().stream().anyMatch(declared -> declared.name().equals(column));
    }
}
