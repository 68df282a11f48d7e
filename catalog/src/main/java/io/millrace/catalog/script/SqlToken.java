package io.millrace.catalog.script;

/**
 * One token of a SQL text.
 *
 * @param kind what it is
 * @param start offset of its first character
 * @param end offset just behind its last character
 * @param text as written, quotes included
 */
public record SqlToken(Kind kind, int start, int end, String text) {

    /** The kinds of token that splitting, placeholders and option edits have to tell apart. */
    public enum Kind {
        WORD,
        QUOTED_IDENTIFIER,
        STRING,
        NUMBER,
        HINT,
        SYMBOL
    }

    /** Whether it is this unquoted word, in any case. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    public boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** The value of a string or quoted identifier, without quotes and with doubled quotes undone; else the text. */
    public String value() {
        return switch (kind) {
            case STRING ->
                text.substring(text.indexOf('\'') + 1, text.length() - 1).replace("''", "'");
            case QUOTED_IDENTIFIER -> text.substring(1, text.length() - 1).replace("``", "`");
            default -> text;
        };
    }
}
