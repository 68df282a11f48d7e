package io.millrace.udf.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many single-character matches an expression has once its counted repetitions are written out. */
final class RepetitionCount {

    private static final long UNCOUNTABLE = Integer.MAX_VALUE;

    private final String expression;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long sequence;
    private long atom;
    private int at;

    private RepetitionCount(String expression) {
        this.expression = expression;
    }

    /** The count, at most {@link Integer#MAX_VALUE}; of an expression with wrong syntax, any number. */
    static long of(String expression) {
        return new RepetitionCount(expression).count();
    }

    private long count() {
        while (at < expression.length()) {
            step(expression.charAt(at++));
        }
        while (!outer.isEmpty()) {
            close();
        }
        return Math.min(UNCOUNTABLE, sequence + atom);
    }

    private void step(char c) {
        switch (c) {
            case '\\' -> escape();
            case '[' -> characterClass();
            case '(' -> open();
            case ')' -> close();
            case '{' -> repeat();
            default -> single();
        }
    }

    private void single() {
        sequence = Math.min(UNCOUNTABLE, sequence + atom);
        atom = 1;
    }

    private void open() {
        single();
        outer.push(sequence);
        sequence = 0;
        atom = 0;
    }

    private void close() {
        if (!outer.isEmpty()) {
            atom = Math.min(UNCOUNTABLE, sequence + atom);
            sequence = outer.pop();
        }
    }

    private void escape() {
        if (expression.startsWith("Q", at)) {
            int end = expression.indexOf("\\E", at);
            int quoted = (end < 0 ? expression.length() : end) - at - 1;
            sequence += atom + Math.max(0, quoted - 1);
            atom = 1;
            at = end < 0 ? expression.length() : end + 2;
            return;
        }
        boolean named = at + 1 < expression.length()
                && "pPx".indexOf(expression.charAt(at)) >= 0
                && expression.charAt(at + 1) == '{';
        int end = named ? expression.indexOf('}', at) : at;
        at = (end < 0 ? expression.length() : end) + 1;
        single();
    }

    private void characterClass() {
        if (expression.startsWith("^", at)) {
            at++;
        }
        if (expression.startsWith("]", at)) {
            at++;
        }
        while (at < expression.length() && expression.charAt(at) != ']') {
            int named = expression.startsWith("[:", at) ? expression.indexOf(":]", at + 2) : -1;
            at = named >= 0 ? named + 2 : at + (expression.charAt(at) == '\\' ? 2 : 1);
        }
        at++;
        single();
    }

    private void repeat() {
        int end = expression.indexOf('}', at);
        String[] bounds =
                end < 0 ? new String[0] : expression.substring(at, end).split(",", -1);
        long most = 0;
        for (String bound : bounds) {
            if (!bound.matches("[0-9]{0,4}") || bounds[0].isEmpty() || bounds.length > 2) {
                single();
                return;
            }
            most = Math.max(most, bound.isEmpty() ? 0 : Integer.parseInt(bound));
        }
        atom = Math.min(UNCOUNTABLE, atom * Math.max(1, most + (bounds.length - 1)));
        at = Math.max(at, end + 1);
    }
}
