package io.millrace.udf.log;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the pairs of a logfmt line. */
final class Logfmt {

    private final String line;
    private final StringBuilder buffer = new StringBuilder();
    private int at;

    private Logfmt(String line) {
        this.line = line;
    }

    static Map<String, String> pairs(String line) {
        return new Logfmt(line).read();
    }

    private Map<String, String> read() {
        Map<String, String> pairs = new LinkedHashMap<>();
        while (skipToKey()) {
            int start = at;
            while (at < line.length() && inKey(line.charAt(at))) {
                at++;
            }
            String key = line.substring(start, at);
            pairs.put(key, at < line.length() && line.charAt(at) == '=' ? value() : "true");
        }
        return pairs;
    }

    private boolean skipToKey() {
        while (at < line.length() && !inKey(line.charAt(at))) {
            at++;
        }
        return at < line.length();
    }

    private String value() {
        int start = ++at;
        if (at < line.length() && line.charAt(at) == '"') {
            at++;
            return quoted();
        }
        while (at < line.length() && line.charAt(at) > ' ') {
            at++;
        }
        return line.substring(start, at);
    }

    private String quoted() {
        buffer.setLength(0);
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                break;
            }
            if (c == '\\' && at < line.length()) {
                escaped(line.charAt(at++));
            } else {
                buffer.append(c);
            }
        }
        return buffer.toString();
    }

    private void escaped(char c) {
        switch (c) {
            case 'n' -> buffer.append('\n');
            case 'r' -> buffer.append('\r');
            case 't' -> buffer.append('\t');
            case '"', '\\', '/' -> buffer.append(c);
            case 'u' -> codeUnit();
            default -> buffer.append('\\').append(c);
        }
    }

    private void codeUnit() {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < line.length() ? Character.digit(line.charAt(i), 16) : -1;
            if (digit < 0) {
                buffer.append("\\u");
                return;
            }
            unit = unit * 16 + digit;
        }
        buffer.append((char) unit);
        at += 4;
    }

    private static boolean inKey(char c) {
        return c > ' ' && c != '=' && c != '"';
    }
}
