package io.millrace.launcher.compile;

import io.millrace.catalog.script.SqlToken;
import java.util.ArrayList;
import java.util.List;

/** The names in the column list of a CREATE TABLE. */
final class ColumnTokens {

    private ColumnTokens() {}

    /** The first word of each entry of the list; PRIMARY and WATERMARK are among them. */
    static List<SqlToken> of(List<SqlToken> tokens) {
        List<SqlToken> columns = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (depth == 1
                    && isName(token)
                    && (tokens.get(i - 1).isSymbol(',') || tokens.get(i - 1).isSymbol('('))) {
                columns.add(token);
            } else if (token.isSymbol('(')) {
                depth++;
            } else if (token.isSymbol(')') && --depth == 0) {
                break;
            }
        }
        return columns;
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }
}
