package io.millrace.launcher.session;

import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.List;

/** What a statement does to the world, told by its first words. */
enum StatementEffect {
    /** Only plans, or looks at what is declared. */
    PLANS,
    /** Reads rows and gives them to the user. */
    QUERIES,
    /** Anything else, which may read or write tables. */
    ACTS,
    /** Ends the script. */
    QUITS,
    /** A command of the interactive client, without a meaning in a script. */
    IGNORED;

    private static final List<String> PLANNING =
            List.of("EXPLAIN", "DESCRIBE", "DESC", "SHOW", "COMPILE", "SET", "RESET", "USE", "DROP");

    static StatementEffect of(SqlStatement statement) {
        List<SqlToken> tokens = statement.tokens();
        if (tokens.size() == 1 && (isWord(tokens, "QUIT") || isWord(tokens, "EXIT"))) {
            return QUITS;
        }
        if (tokens.size() == 1 && (isWord(tokens, "CLEAR") || isWord(tokens, "HELP"))) {
            return IGNORED;
        }
        if (statement.kind() == StatementKind.SELECT || tokens.get(0).isSymbol('(')) {
            return QUERIES;
        }
        boolean plans = statement.kind() == StatementKind.CREATE_VIEW
                || PLANNING.stream().anyMatch(word -> isWord(tokens, word));
        return plans ? PLANS : ACTS;
    }

    private static boolean isWord(List<SqlToken> tokens, String word) {
        return tokens.get(0).isWord(word);
    }
}
