package io.millrace.catalog.script;

import io.millrace.catalog.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a statement's kind, and the name that it declares or inserts into, by its tokens. */
final class StatementClassifier {

    private final List<SqlToken> tokens;
    private int at;

    private StatementClassifier(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    static SqlStatement classify(SourceText source, List<SqlToken> tokens) {
        StatementClassifier classifier = new StatementClassifier(tokens);
        StatementKind kind = classifier.kind();
        Optional<SqlName> name =
                switch (kind) {
                    case CREATE_TABLE, CREATE_VIEW, CREATE_FUNCTION, INSERT -> classifier.name();
                    default -> Optional.empty();
                };
        return new SqlStatement(source, tokens, kind, name);
    }

    private StatementKind kind() {
        if (skip("CREATE")) {
            return created();
        }
        if (skip("INSERT")) {
            boolean target = skip("INTO") || skip("OVERWRITE");
            skip("TABLE");
            return target ? StatementKind.INSERT : StatementKind.OTHER;
        }
        if (skip("SELECT") || skip("WITH") || skip("VALUES")) {
            return StatementKind.SELECT;
        }
        return skip("SET") ? StatementKind.SET : StatementKind.OTHER;
    }

    private StatementKind created() {
        if (skip("OR")) {
            at++;
        }
        skip("TEMPORARY");
        skip("SYSTEM");
        StatementKind kind = StatementKind.OTHER;
        if (skip("TABLE")) {
            kind = StatementKind.CREATE_TABLE;
        } else if (skip("VIEW")) {
            kind = StatementKind.CREATE_VIEW;
        } else if (skip("FUNCTION")) {
            kind = StatementKind.CREATE_FUNCTION;
        }
        if (skip("IF")) {
            at += 2;
        }
        return kind;
    }

    private Optional<SqlName> name() {
        List<String> parts = new ArrayList<>();
        int start = at < tokens.size() ? tokens.get(at).start() : -1;
        while (at < tokens.size() && isIdentifier(tokens.get(at))) {
            parts.add(tokens.get(at++).value());
            if (at >= tokens.size() || !tokens.get(at).isSymbol('.')) {
                break;
            }
            at++;
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new SqlName(List.copyOf(parts), start));
    }

    private static boolean isIdentifier(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }

    private boolean skip(String word) {
        boolean matches = at < tokens.size() && tokens.get(at).isWord(word);
        at += matches ? 1 : 0;
        return matches;
    }
}
