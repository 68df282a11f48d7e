package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.flink.table.catalog.Column;

/** A column that more than one of the tables in scope has. */
final class AmbiguousColumns implements ErrorMapping {

    private static final Pattern MESSAGE = Pattern.compile("Column '(?<name>.+?)' is ambiguous");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return failure.deepestMatch(MESSAGE).map(found -> List.of(diagnose(failure, known, found.group("name"))));
    }

    private static Diagnostic diagnose(FlinkFailure failure, KnownObjects known, String column) {
        SourceLocation location = failure.locationOf(column);
        List<String> owners = select(failure.sql(), location)
                .map(SqlSelect::getFrom)
                .map(from -> owners(from, failure.sql().text(), known.names(), column))
                .orElse(List.of());
        String hint = owners.isEmpty()
                ? "write the table's name or alias in front of it"
                : owners.size() == 1
                        ? "'" + owners.get(0) + "' has it twice: give one of them another name with AS"
                        : "write "
                                + owners.stream()
                                        .map(owner -> owner + "." + column)
                                        .collect(Collectors.joining(" or "));
        return Diagnostic.error(DiagnosticCode.AMBIGUOUS_COLUMN, location, "ambiguous column '" + column + "'", hint);
    }

    /** The innermost SELECT around a place. */
    private static Optional<SqlSelect> select(EditedText sql, SourceLocation location) {
        List<SqlSelect> around = new ArrayList<>();
        try {
            FlinkSqlParser.parse(sql.text()).accept(new SqlBasicVisitor<Void>() {
                @Override
                public Void visit(SqlCall call) {
                    NodeSpan span = NodeSpan.of(sql.text(), call);
                    if (call instanceof SqlSelect select
                            && sql.locate(span.start()).compareTo(location) <= 0
                            && sql.locate(span.end()).compareTo(location) >= 0) {
                        around.add(select);
                    }
                    return super.visit(call);
                }
            });
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        return around.stream()
                .min(Comparator.comparingInt(
                        select -> NodeSpan.of(sql.text(), select).written().length()));
    }

    /** The names under which FROM offers tables that have the column. */
    private static List<String> owners(SqlNode from, String text, SessionNames names, String column) {
        if (from instanceof SqlJoin join) {
            return Stream.of(join.getLeft(), join.getRight())
                    .flatMap(side -> owners(side, text, names, column).stream())
                    .toList();
        }
        boolean renamed = from.getKind() == SqlKind.AS;
        SqlNode relation = renamed ? ((SqlCall) from).operand(0) : from;
        boolean named = relation instanceof SqlIdentifier;
        if (!renamed && !named) {
            return List.of();
        }
        SqlIdentifier name = renamed ? ((SqlCall) from).operand(1) : (SqlIdentifier) from;
        String simple = name.names.get(name.names.size() - 1);
        List<Column> columns = relation instanceof SqlIdentifier table
                ? names.columns(table.names.get(table.names.size() - 1))
                : names.queryColumns(NodeSpan.of(text, relation).written());
        return columns.stream()
                        .anyMatch(candidate -> candidate.getName().equals(column)
                                || (!named && candidate.getName().equals(column + "0")))
                ? List.of(simple)
                : List.of();
    }
}
