package io.millrace.udf.rules;

import java.util.ArrayList;
import java.util.List;

/** Cuts a rule into tokens. */
final class Tokens {

    /** Signs, longer ones before those that begin like them. */
    private static final List<String> SIGNS = List.of(
            "==", "!=", "<>", "<=", ">=", "&&", "||", "=", "<", ">", "!", "(", ")", ",", "+", "-", "*", "/", "%");

    private final String rule;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String rule) {
        this.rule = rule;
    }

    /** The tokens of a rule, the last of which is its end. */
    static List<Token> of(String rule) {
        return new Tokens(rule).cut();
    }

    private List<Token> cut() {
        for (skipSpace(); at < rule.length(); skipSpace()) {
            tokens.add(next());
        }
        tokens.add(new Token(Token.Kind.END, "", rule.length()));
        return tokens;
    }

    private Token next() {
        char c = rule.charAt(at);
        if (c == '\'' || c == '"') {
            return quoted(Token.Kind.TEXT, c);
        }
        if (c == '`') {
            return quoted(Token.Kind.QUOTED_NAME, c);
        }
        if (digitAt(at) || (c == '.' && digitAt(at + 1))) {
            return number();
        }
        return startsWord(c) ? word() : sign();
    }

    private Token quoted(Token.Kind kind, char quote) {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < rule.length()) {
            char c = rule.charAt(at++);
            if (c != quote) {
                text.append(c);
            } else if (at < rule.length() && rule.charAt(at) == quote) {
                text.append(quote);
                at++;
            } else {
                return new Token(kind, text.toString(), start);
            }
        }
        throw new RuleException(start, "the quote " + quote + " is not closed");
    }

    private Token number() {
        int start = at;
        digits();
        if (at < rule.length() && rule.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < rule.length() && (rule.charAt(at) | 0x20) == 'e') {
            at++;
            if (at < rule.length() && (rule.charAt(at) == '+' || rule.charAt(at) == '-')) {
                at++;
            }
            digits();
        }
        while (at < rule.length() && inWord(rule.charAt(at))) {
            at++;
        }
        return new Token(Token.Kind.NUMBER, rule.substring(start, at), start);
    }

    private Token word() {
        int start = at;
        while (at < rule.length() && inWord(rule.charAt(at))) {
            at++;
        }
        return new Token(Token.Kind.WORD, rule.substring(start, at), start);
    }

    private Token sign() {
        for (String sign : SIGNS) {
            if (rule.startsWith(sign, at)) {
                Token token = new Token(Token.Kind.SIGN, sign, at);
                at += sign.length();
                return token;
            }
        }
        throw new RuleException(at, "unexpected character '" + Character.toString(rule.codePointAt(at)) + "'");
    }

    private void skipSpace() {
        while (at < rule.length() && Character.isWhitespace(rule.charAt(at))) {
            at++;
        }
    }

    private void digits() {
        while (digitAt(at)) {
            at++;
        }
    }

    private boolean digitAt(int index) {
        return index < rule.length() && rule.charAt(index) >= '0' && rule.charAt(index) <= '9';
    }

    private static boolean startsWord(char c) {
        return c == '_' || Character.isLetter(c);
    }

    private static boolean inWord(char c) {
        return c == '_' || c == '.' || Character.isLetterOrDigit(c);
    }
}
