package io.millrace.launcher.compile;

import static org.apache.flink.table.types.logical.utils.LogicalTypeCasts.supportsExplicitCast;
import static org.apache.flink.table.types.logical.utils.LogicalTypeCasts.supportsImplicitCast;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlNode;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.types.logical.LogicalType;

/** Columns of a query whose types their sink does not take; Flink names the first of them only. */
final class ColumnTypeMismatches implements ErrorMapping {

    private static final Pattern MESSAGE =
            Pattern.compile("Incompatible types for sink column '(?<column>.+?)' at position \\d+");
    private static final Pattern UNEVEN =
            Pattern.compile("Type mismatch in column (?<position>\\d+) of (?<operator>[A-Z ]+)");
    private static final int LONGEST_EXPRESSION = 60;

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        Optional<List<Diagnostic>> uneven = failure.deepestMatch(UNEVEN)
                .map(found -> List.of(Diagnostic.error(
                        DiagnosticCode.COLUMN_TYPE_MISMATCH,
                        failure.location(),
                        "column " + found.group("position") + " has another type in each query of "
                                + found.group("operator"),
                        "CAST it to one type in every query")));
        return uneven.or(() -> failure.deepestMatch(MESSAGE)
                .flatMap(found -> InsertColumns.of(failure, known))
                .map(ColumnTypeMismatches::diagnose)
                .filter(found -> !found.isEmpty()));
    }

    private static List<Diagnostic> diagnose(InsertColumns columns) {
        return IntStream.range(
                        0, Math.min(columns.given().size(), columns.taken().size()))
                .filter(i -> !supportsImplicitCast(
                        type(columns.given().get(i)), type(columns.taken().get(i))))
                .mapToObj(i -> diagnose(columns, i))
                .toList();
    }

    private static Diagnostic diagnose(InsertColumns columns, int index) {
        ParsedInsert insert = columns.insert();
        Column given = columns.given().get(index);
        Column taken = columns.taken().get(index);
        Optional<SqlNode> expression = insert.expression(index, columns.given().size());
        String message = "column " + (index + 1) + " of the query is " + InsertColumns.type(given) + ", but '"
                + taken.getName() + "' of '" + insert.table() + "' is " + InsertColumns.type(taken);
        return Diagnostic.error(
                DiagnosticCode.COLUMN_TYPE_MISMATCH,
                expression.map(insert::place).orElseGet(insert::target),
                message,
                hint(insert, expression, given, taken));
    }

    private static String hint(ParsedInsert insert, Optional<SqlNode> expression, Column given, Column taken) {
        if (!supportsExplicitCast(type(given), type(taken))) {
            return "no CAST leads from one to the other: select something else, or change the type of '"
                    + taken.getName() + "'";
        }
        boolean star = expression.filter(ParsedInsert::isStar).isPresent();
        String written = expression
                .filter(node -> !star)
                .map(insert::text)
                .filter(text -> text.length() <= LONGEST_EXPRESSION && !text.contains("\n"))
                .orElse(given.getName().contains("$") ? "..." : given.getName());
        return (star ? "name the columns instead of *, with CAST(" : "write CAST(") + written + " AS "
                + InsertColumns.type(taken) + ")";
    }

    private static LogicalType type(Column column) {
        return column.getDataType().getLogicalType();
    }
}
