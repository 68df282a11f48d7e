package io.millrace.udf.rules;

import java.util.Locale;

/**
 * A word or sign of a rule.
 *
 * @param text a text without its quotes, a name without its backquotes, anything else as written
 * @param position of its first character, from 0
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        WORD,
        QUOTED_NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    /** Whether this is a sign, or a word in any case. */
    boolean is(String signOrWord) {
        return (kind == Kind.SIGN && text.equals(signOrWord))
                || (kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(signOrWord));
    }

    /** How a message names it. */
    String shown() {
        return kind == Kind.END ? "the end of the rule" : RuleException.quoted(text);
    }
}
