package io.millrace.launcher.compile;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlMatchRecognize;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSnapshot;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.flink.sql.parser.ddl.SqlCreateTableAs;
import org.apache.flink.sql.parser.ddl.SqlCreateView;

/**
 * Collects the tables that a parsed statement reads. An identifier is a table only where a relation may stand, so the
 * walk carries whether it is at such a place: columns, aliases and functions have identifiers of the same class.
 */
final class TableReads {

    private final Set<String> found = new LinkedHashSet<>();

    private TableReads() {}

    /** Names as written, parts joined by dots, in order of appearance. */
    static Set<String> of(SqlNode statement) {
        TableReads reads = new TableReads();
        reads.statement(statement);
        return reads.found;
    }

    private void statement(SqlNode node) {
        if (node instanceof SqlInsert insert) {
            expression(insert.getSource(), Set.of());
        } else if (node instanceof SqlCreateView view) {
            expression(view.getQuery(), Set.of());
        } else if (node instanceof SqlCreateTableAs table) {
            expression(table.getAsQuery(), Set.of());
        } else if (node.isA(SqlKind.QUERY)) {
            expression(node, Set.of());
        }
    }

    /** Walks what may hold queries but is itself no relation: identifiers in it are columns. */
    private void expression(SqlNode node, Set<String> defined) {
        if (node instanceof SqlNodeList list) {
            list.forEach(element -> expression(element, defined));
        } else if (node instanceof SqlWith with) {
            with(with, defined);
        } else if (node instanceof SqlSelect select) {
            select(select, defined);
        } else if (node instanceof SqlMatchRecognize match) {
            relation(match.getTableRef(), defined);
        } else if (node instanceof SqlCall call) {
            if (call.getKind() == SqlKind.EXPLICIT_TABLE) {
                relation(call.operand(0), defined);
            } else {
                call.getOperandList().forEach(operand -> expression(operand, defined));
            }
        }
    }

    private void select(SqlSelect select, Set<String> defined) {
        relation(select.getFrom(), defined);
        select.getOperandList().stream()
                .filter(operand -> operand != select.getFrom())
                .forEach(operand -> expression(operand, defined));
    }

    /** Each common table expression is known to those after it and to the body, not to itself. */
    private void with(SqlWith with, Set<String> defined) {
        Set<String> inner = new HashSet<>(defined);
        for (SqlNode element : with.withList) {
            SqlWithItem item = (SqlWithItem) element;
            expression(item.query, inner);
            inner.add(item.name.getSimple());
        }
        expression(with.body, inner);
    }

    private void relation(SqlNode node, Set<String> defined) {
        if (node instanceof SqlIdentifier name) {
            String written = String.join(".", name.names);
            if (!defined.contains(written)) {
                found.add(written);
            }
        } else if (node instanceof SqlJoin join) {
            relation(join.getLeft(), defined);
            relation(join.getRight(), defined);
            expression(join.getCondition(), defined);
        } else if (node instanceof SqlSnapshot snapshot) {
            relation(snapshot.getTableRef(), defined);
        } else if (node instanceof SqlCall call && FIRST_OPERAND_IS_RELATION.contains(call.getKind())) {
            relation(call.operand(0), defined);
            call.getOperandList().stream().skip(1).forEach(operand -> expression(operand, defined));
        } else {
            expression(node, defined);
        }
    }

    private static final List<SqlKind> FIRST_OPERAND_IS_RELATION = List.of(
            SqlKind.AS, SqlKind.TABLE_REF, SqlKind.LATERAL, SqlKind.TABLESAMPLE, SqlKind.PIVOT, SqlKind.UNPIVOT);
}
