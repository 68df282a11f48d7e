package io.millrace.launcher.session;

import io.millrace.catalog.script.SqlStatement;
import java.io.PrintWriter;
import org.apache.flink.table.gateway.api.results.ResultSet;

/** Results that are one text, such as a plan or a CREATE statement: a frame around it would be in the way. */
final class RawText {

    private RawText() {}

    static boolean suits(SqlStatement statement, ResultSet result) {
        boolean text = statement.tokens().get(0).isWord("EXPLAIN")
                || (statement.tokens().size() > 1
                        && statement.tokens().get(0).isWord("SHOW")
                        && statement.tokens().get(1).isWord("CREATE"));
        return text
                && result.getResultSchema().getColumnCount() == 1
                && result.getData().size() == 1;
    }

    static void print(ResultSet result, PrintWriter out) {
        String text = result.getData().get(0).getString(0).toString();
        out.println(text.stripTrailing());
        out.flush();
    }
}
