package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlTableRef;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * The parts of an INSERT that problems are about. Flink compares a query with its sink long after parsing, and without
 * positions, so the statement is parsed once more to find them.
 *
 * @param sql the statement
 * @param insert how Flink's grammar reads it
 */
record ParsedInsert(EditedText sql, SqlInsert insert) {

    /** Empty where the statement is no INSERT, or one that does not parse. */
    static Optional<ParsedInsert> of(EditedText sql) {
        try {
            return FlinkSqlParser.parse(sql.text()) instanceof SqlInsert insert
                    ? Optional.of(new ParsedInsert(sql, insert))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The simple name of the table that is written. */
    String table() {
        List<String> path = targetName().names;
        return path.get(path.size() - 1);
    }

    /** Where that name stands. */
    SourceLocation target() {
        SqlIdentifier name = targetName();
        SqlParserPos simple = name.getComponentParserPosition(name.names.size() - 1);
        return sql.locate(simple.getLineNum(), simple.getColumnNum());
    }

    /** The columns that the statement lists behind the table's name; empty where it lists none. */
    List<String> listedColumns() {
        return list().stream()
                .flatMap(SqlNodeList::stream)
                .map(column -> ((SqlIdentifier) column).getSimple())
                .toList();
    }

    /** Where that list opens, or the table's name where there is none. */
    SourceLocation listOrTarget() {
        return list().map(this::place).orElseGet(this::target);
    }

    /** The text of the query, with everything replaced. */
    String query() {
        SqlNode before = list().<SqlNode>map(columns -> columns).orElse(insert.getTargetTable());
        return sql.text().substring(NodeSpan.of(sql.text(), before).end());
    }

    /**
     * The expression that gives a column, in the first of the queries where several are united.
     *
     * @param index the column's position in the query, from 0
     * @param width how many columns the query gives, from which follows what a star stands for
     */
    Optional<SqlNode> expression(int index, int width) {
        List<SqlNode> items = items(insert.getSource());
        int hidden = Math.max(0, width - items.size());
        for (int i = 0; i < items.size(); i++) {
            boolean star = isStar(items.get(i));
            if (i == index || (star && index <= i + hidden)) {
                return Optional.of(unnamed(items.get(i)));
            }
            if (star) {
                int behind = index - hidden;
                return behind < items.size() ? Optional.of(unnamed(items.get(behind))) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether an expression stands for all columns of a table. */
    static boolean isStar(SqlNode item) {
        return item instanceof SqlIdentifier name && name.isStar();
    }

    /** Where a node of the statement starts. */
    SourceLocation place(SqlNode node) {
        return sql.locate(NodeSpan.of(sql.text(), node).start());
    }

    /** A node as it is written. */
    String text(SqlNode node) {
        return NodeSpan.of(sql.text(), node).written();
    }

    private SqlIdentifier targetName() {
        return insert.getTargetTable() instanceof SqlTableRef reference
                ? reference.operand(0)
                : (SqlIdentifier) insert.getTargetTable();
    }

    private Optional<SqlNodeList> list() {
        return Optional.ofNullable(insert.getTargetColumnList()).filter(columns -> !columns.isEmpty());
    }

    private static List<SqlNode> items(SqlNode query) {
        if (query instanceof SqlSelect select) {
            return select.getSelectList();
        }
        if (query instanceof SqlOrderBy ordered) {
            return items(ordered.query);
        }
        if (query instanceof SqlWith with) {
            return items(with.body);
        }
        if (query instanceof SqlCall call && call.getKind() == SqlKind.ROW) {
            return call.getOperandList();
        }
        boolean first = query.isA(SqlKind.SET_QUERY) || query.getKind() == SqlKind.VALUES;
        return first ? items(((SqlCall) query).operand(0)) : List.of();
    }

    private static SqlNode unnamed(SqlNode item) {
        return item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
    }
}
