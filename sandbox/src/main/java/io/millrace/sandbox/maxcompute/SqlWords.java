package io.millrace.sandbox.maxcompute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words, quoted texts and signs of a statement one after the other. */
final class SqlWords {

    private static final Pattern WORD =
            Pattern.compile("\\s+|--[^\n]*|('[^']*'|\"[^\"]*\"|(?:`[^`]*`|[\\w.])+|[(),=<>:;])|(.)");

    private final List<String> words = new ArrayList<>();
    private int next;

    SqlWords(String statement) {
        Matcher matcher = WORD.matcher(statement);
        while (matcher.find()) {
            if (matcher.group(2) != null) {
                throw new ProtocolException(400, "ODPS-0130161", "unexpected character '" + matcher.group(2) + "'");
            }
            if (matcher.group(1) != null) {
                words.add(matcher.group(1));
            }
        }
    }

    boolean atEnd() {
        return next >= words.size();
    }

    /** Takes the next word. */
    String take() {
        if (atEnd()) {
            throw new ProtocolException(400, "ODPS-0130161", "the statement ends too early");
        }
        return words.get(next++);
    }

    /** Takes the next words if they are these, without regard to case. */
    boolean accept(String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (next + i >= words.size() || !words.get(next + i).equalsIgnoreCase(expected[i])) {
                return false;
            }
        }
        next += expected.length;
        return true;
    }

    void expect(String... expected) {
        if (!accept(expected)) {
            String found = atEnd() ? ", but the statement ends too early" : " before '" + words.get(next) + "'";
            throw new ProtocolException(400, "ODPS-0130161", "expected " + String.join(" ", expected) + found);
        }
    }

    /** Takes a name, without back quotes and in lower case. */
    String name() {
        String word = take().replace("`", "");
        if (!word.matches("[\\w.]+")) {
            throw new ProtocolException(400, "ODPS-0130161", "expected a name instead of '" + word + "'");
        }
        return word.toLowerCase(Locale.ROOT);
    }

    /** Takes a literal, without quotes. */
    String literal() {
        return take().replaceAll("^['\"]|['\"]$", "");
    }
}
