package io.millrace.catalog.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The columns that a CREATE TABLE lists, or that a CREATE VIEW names, as far as the tokens tell. */
public final class DeclaredColumns {

    private static final Set<String> NO_COLUMNS = Set.of("PRIMARY", "UNIQUE", "CONSTRAINT", "WATERMARK", "PERIOD");

    private DeclaredColumns() {}

    /** Where the values of a column come from. */
    public enum Origin {
        PHYSICAL,
        METADATA,
        COMPUTED,
        QUERY
    }

    /**
     * One column.
     *
     * @param token its name as written
     * @param type the words of its type in capitals; none where none is written
     * @param from the key of a metadata column as written behind FROM; empty for any other
     */
    public record Column(SqlToken token, List<String> type, Origin origin, Optional<String> from) {

        /** Its name without quotes. */
        public String name() {
            return token.value();
        }
    }

    /** The columns of a table or view; empty where the statement does not name all of them. */
    public static Optional<List<Column>> of(SqlStatement statement) {
        List<SqlToken> tokens = statement.tokens();
        int name = IntStream.range(0, tokens.size())
                .filter(i -> statement.name().isPresent()
                        && tokens.get(i).start() == statement.name().get().start())
                .findFirst()
                .orElse(tokens.size());
        int behind = name + 1;
        while (behind + 1 < tokens.size() && tokens.get(behind).isSymbol('.')) {
            behind += 2;
        }
        return statement.kind() == StatementKind.CREATE_TABLE ? table(tokens, behind) : view(tokens, behind);
    }

    private static Optional<List<Column>> table(List<SqlToken> tokens, int at) {
        boolean listed = at < tokens.size() && tokens.get(at).isSymbol('(');
        if (!listed || tokens.stream().anyMatch(token -> token.isWord("LIKE"))) {
            return Optional.empty();
        }
        return Optional.of(TokenList.inParentheses(tokens, at).stream()
                .filter(item -> item.size() > 1 && !isConstraint(item.get(0)))
                .map(DeclaredColumns::column)
                .toList());
    }

    private static boolean isConstraint(SqlToken token) {
        return NO_COLUMNS.stream().anyMatch(token::isWord);
    }

    private static Column column(List<SqlToken> item) {
        if (item.get(1).isWord("AS")) {
            return new Column(item.get(0), List.of(), Origin.COMPUTED, Optional.empty());
        }
        boolean metadata = item.stream().skip(2).anyMatch(token -> token.isWord("METADATA"));
        List<String> type = item.stream()
                .skip(1)
                .takeWhile(token -> !token.isWord("METADATA"))
                .filter(token -> token.kind() == SqlToken.Kind.WORD)
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .toList();
        return metadata
                ? new Column(item.get(0), type, Origin.METADATA, key(item))
                : new Column(item.get(0), type, Origin.PHYSICAL, Optional.empty());
    }

    private static Optional<String> key(List<SqlToken> item) {
        return item.stream()
                .dropWhile(token -> !token.isWord("FROM"))
                .skip(1)
                .findFirst()
                .map(SqlToken::value);
    }

    private static Optional<List<Column>> view(List<SqlToken> tokens, int at) {
        if (at < tokens.size() && tokens.get(at).isSymbol('(')) {
            return Optional.of(TokenList.inParentheses(tokens, at).stream()
                    .filter(item -> !item.isEmpty())
                    .map(item -> new Column(item.get(0), List.of(), Origin.QUERY, Optional.empty()))
                    .toList());
        }
        int as = at;
        while (as < tokens.size() && !tokens.get(as).isWord("AS")) {
            as++;
        }
        boolean selects = as + 1 < tokens.size() && tokens.get(as + 1).isWord("SELECT");
        return selects ? selected(TokenList.upTo(tokens, as + 2, "FROM")) : Optional.empty();
    }

    private static Optional<List<Column>> selected(List<List<SqlToken>> items) {
        List<Column> columns = new ArrayList<>();
        for (List<SqlToken> item : items) {
            if (item.isEmpty() || !isNamed(item)) {
                return Optional.empty();
            }
            columns.add(new Column(item.get(item.size() - 1), List.of(), Origin.QUERY, Optional.empty()));
        }
        return Optional.of(columns);
    }

    /** A column alone or of a table, or anything with AS and a name behind it. */
    private static boolean isNamed(List<SqlToken> item) {
        SqlToken last = item.get(item.size() - 1);
        boolean name = last.kind() == SqlToken.Kind.WORD || last.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
        boolean alone = item.size() == 1;
        boolean behind = !alone
                && (item.get(item.size() - 2).isWord("AS")
                        || (item.size() == 3 && item.get(1).isSymbol('.')));
        return name && (alone || behind);
    }
}
