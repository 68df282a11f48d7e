package io.millrace.catalog.script;

import java.util.ArrayList;
import java.util.List;

/** Splits lists of SQL at their commas, but not at those of parentheses, brackets and types in angle brackets. */
final class TokenList {

    private final List<List<SqlToken>> items = new ArrayList<>();
    private List<SqlToken> item = new ArrayList<>();
    private int depth;
    private int angles;

    private TokenList() {}

    /** The items between the parenthesis at an index and the one that closes it. */
    static List<List<SqlToken>> inParentheses(List<SqlToken> tokens, int open) {
        TokenList list = new TokenList();
        for (int i = open + 1; i < tokens.size(); i++) {
            if (list.depth == 0 && tokens.get(i).isSymbol(')')) {
                break;
            }
            list.add(tokens.get(i));
        }
        return list.finish();
    }

    /** The items from an index up to a word that stands outside all parentheses, or the end. */
    static List<List<SqlToken>> upTo(List<SqlToken> tokens, int from, String word) {
        TokenList list = new TokenList();
        for (int i = from;
                i < tokens.size() && !(list.depth == 0 && tokens.get(i).isWord(word));
                i++) {
            list.add(tokens.get(i));
        }
        return list.finish();
    }

    private void add(SqlToken token) {
        depth += token.isSymbol('(') || token.isSymbol('[') ? 1 : 0;
        depth -= token.isSymbol(')') || token.isSymbol(']') ? 1 : 0;
        if (opensType(token)) {
            angles++;
        } else if (angles > 0 && token.isSymbol('>')) {
            angles--;
        }
        if (depth == 0 && angles == 0 && token.isSymbol(',')) {
            items.add(item);
            item = new ArrayList<>();
        } else {
            item.add(token);
        }
    }

    /** Elsewhere an angle bracket compares. */
    private boolean opensType(SqlToken token) {
        return token.isSymbol('<')
                && !item.isEmpty()
                && List.of("ARRAY", "MAP", "MULTISET", "ROW").stream().anyMatch(item.get(item.size() - 1)::isWord);
    }

    private List<List<SqlToken>> finish() {
        items.add(item);
        return items;
    }
}
