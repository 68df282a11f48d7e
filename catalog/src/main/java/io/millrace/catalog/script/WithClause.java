package io.millrace.catalog.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code WITH ('key' = 'value', ...)} of a CREATE TABLE statement.
 *
 * @param options its options in order; half-written ones are left out
 * @param insertAt offset in the file at which another option can be put in
 * @param present whether the statement has the clause at all
 */
public record WithClause(List<Option> options, int insertAt, boolean present) {

    /** One option by its tokens. */
    public record Option(SqlToken key, SqlToken value) {}

    /** Reads the clause of a CREATE TABLE; where it is missing, says where it would go. */
    public static WithClause of(SqlStatement statement) {
        List<SqlToken> tokens = statement.tokens();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            boolean opens = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol('(');
            if (depth == 0 && token.isWord("WITH") && opens) {
                return read(tokens, i + 2);
            }
            if (depth == 0 && token.isWord("LIKE")) {
                return new WithClause(List.of(), token.start(), false);
            }
        }
        return new WithClause(List.of(), statement.end(), false);
    }

    /** The option of a name. */
    public Optional<Option> option(String name) {
        return options.stream()
                .filter(option -> option.key().value().equals(name))
                .findFirst();
    }

    /** Whether a token is the value of one of the options. */
    public boolean holdsValue(SqlToken token) {
        return options.stream().anyMatch(option -> option.value().equals(token));
    }

    /** The edits of the statement that replace or add options. */
    public List<EditedText.Edit> withOptions(Map<String, String> changes) {
        List<EditedText.Edit> edits = new ArrayList<>();
        StringBuilder added = new StringBuilder();
        changes.forEach((key, value) -> {
            Optional<Option> existing = option(key);
            if (existing.isPresent()) {
                SqlToken token = existing.get().value();
                edits.add(new EditedText.Edit(token.start(), token.end(), quote(value)));
            } else {
                boolean first = options.isEmpty() && added.isEmpty();
                added.append(first ? "" : ",").append("\n  ").append(quote(key) + " = " + quote(value));
            }
        });
        if (!added.isEmpty()) {
            String text = present ? added + "\n" : "\nWITH (" + added + "\n)\n";
            edits.add(new EditedText.Edit(insertAt, insertAt, text));
        }
        return edits;
    }

    /** A text as a SQL string literal. */
    public static String quote(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static WithClause read(List<SqlToken> tokens, int from) {
        List<Option> options = new ArrayList<>();
        int at = from;
        while (at < tokens.size() && !tokens.get(at).isSymbol(')')) {
            boolean complete = at + 2 < tokens.size()
                    && tokens.get(at).kind() == SqlToken.Kind.STRING
                    && tokens.get(at + 1).isSymbol('=')
                    && tokens.get(at + 2).kind() == SqlToken.Kind.STRING;
            if (complete) {
                options.add(new Option(tokens.get(at), tokens.get(at + 2)));
            }
            at += complete ? 3 : 1;
        }
        SqlToken last = tokens.get(Math.min(at, tokens.size()) - 1);
        return new WithClause(List.copyOf(options), last.end(), true);
    }
}
