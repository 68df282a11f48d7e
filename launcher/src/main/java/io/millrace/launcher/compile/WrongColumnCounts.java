package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.table.catalog.Column;

/** An INSERT whose query gives more or fewer columns than its sink takes, or a UNION of uneven queries. */
final class WrongColumnCounts implements ErrorMapping {

    private static final Pattern MESSAGE = Pattern.compile("Cause: Different number of columns"
            + "|Number of columns must match number of query columns"
            + "|Number of INSERT target columns");
    private static final Pattern UNEVEN = Pattern.compile("Column count mismatch in (?<operator>[A-Z ]+)");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        Optional<Diagnostic> uneven = failure.deepestMatch(UNEVEN)
                .map(found -> error(
                        failure.location(),
                        "the queries of " + found.group("operator") + " give different numbers of columns",
                        "give every query the same columns in the same order"));
        return uneven.or(() -> failure.deepestMatch(MESSAGE)
                        .flatMap(found -> InsertColumns.of(failure, known))
                        .map(WrongColumnCounts::diagnose))
                .map(List::of);
    }

    private static Diagnostic diagnose(InsertColumns columns) {
        boolean lacks = columns.given().size() < columns.taken().size();
        boolean listed = !columns.insert().listedColumns().isEmpty();
        String table = "'" + columns.insert().table() + "'";
        String counts = "the query gives " + count(columns.given()) + " but "
                + (listed ? "the list names " : table + " has ")
                + columns.taken().size();
        return error(
                columns.insert().listOrTarget(),
                counts + ": " + difference(columns, lacks),
                lacks ? lacking(columns, listed) : exceeding(table, listed));
    }

    private static String difference(InsertColumns columns, boolean lacks) {
        List<Column> longer = lacks ? columns.taken() : columns.given();
        String named = surplus(longer, lacks ? columns.given() : columns.taken()).stream()
                .map(column -> "column " + (longer.indexOf(column) + 1) + " ("
                        + (column.getName().startsWith("EXPR$") ? "" : column.getName() + " ")
                        + InsertColumns.type(column) + ")")
                .collect(Collectors.joining(", "));
        return lacks ? "nothing goes to " + named : "nothing takes " + named;
    }

    private static String lacking(InsertColumns columns, boolean listed) {
        if (listed) {
            return "select what is missing, or take it out of the list";
        }
        List<Column> lacking = surplus(columns.taken(), columns.given());
        String filled = columns.taken().stream()
                .filter(column -> !lacking.contains(column))
                .map(Column::getName)
                .collect(Collectors.joining(", "));
        return "select what is missing, or list the columns that the query fills: INSERT INTO "
                + columns.insert().table() + " (" + filled + "); the others become NULL";
    }

    private static String exceeding(String table, boolean listed) {
        return "take it out of the query, or " + (listed ? "add a column to the list" : "add a column to " + table);
    }

    /** By name where the shorter side has only names of the longer one, else by position. */
    private static List<Column> surplus(List<Column> longer, List<Column> shorter) {
        List<String> names = shorter.stream().map(Column::getName).toList();
        List<Column> others = longer.stream()
                .filter(column -> !names.contains(column.getName()))
                .toList();
        return others.size() == longer.size() - shorter.size() ? others : longer.subList(shorter.size(), longer.size());
    }

    private static String count(List<Column> columns) {
        return columns.size() == 1 ? "1 column" : columns.size() + " columns";
    }

    private static Diagnostic error(SourceLocation location, String message, String hint) {
        return Diagnostic.error(DiagnosticCode.WRONG_COLUMN_COUNT, location, message, hint);
    }
}
