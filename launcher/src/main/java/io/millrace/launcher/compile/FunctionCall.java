package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * A function in a statement, called or, like CURRENT_DATE, named only.
 *
 * @param name in capitals
 * @param arguments how many it is given
 */
public record FunctionCall(String name, int arguments, SourceLocation location) {

    /** All calls in a statement, in the order of its text; none in one that cannot be parsed. */
    public static List<FunctionCall> in(EditedText sql) {
        List<FunctionCall> calls = new ArrayList<>();
        SqlNode parsed;
        try {
            parsed = FlinkSqlParser.parse(sql.text());
        } catch (RuntimeException e) {
            return List.of();
        }
        parsed.accept(new SqlBasicVisitor<Void>() {
            @Override
            public Void visit(SqlCall call) {
                add(call.getOperator().getName(), call.operandCount(), call);
                return super.visit(call);
            }

            /** A column of such a name is quoted: the words of these functions are reserved. */
            @Override
            public Void visit(SqlIdentifier identifier) {
                if (identifier.isSimple()
                        && !NodeSpan.of(sql.text(), identifier).written().startsWith("`")) {
                    add(identifier.getSimple(), 0, identifier);
                }
                return null;
            }

            private void add(String name, int arguments, SqlNode node) {
                calls.add(new FunctionCall(
                        name.toUpperCase(Locale.ROOT),
                        arguments,
                        sql.locate(NodeSpan.of(sql.text(), node).start())));
            }
        });
        return List.copyOf(calls);
    }
}
