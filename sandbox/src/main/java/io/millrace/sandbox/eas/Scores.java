package io.millrace.sandbox.eas;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The model of the sandbox. Its score can be worked out by hand: add all numbers of the request, the length of all its
 * strings in characters and 1 for each {@code true}, wherever they stand; the score is that sum modulo 100, divided by
 * 100, with four decimals.
 */
public final class Scores {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Scores() {}

    /** Returns the score of a request, at least 0 and less than 1. */
    public static BigDecimal of(JsonNode request) {
        BigDecimal rest = sum(request).remainder(HUNDRED);
        BigDecimal positive = rest.signum() < 0 ? rest.add(HUNDRED) : rest;
        return positive.divide(HUNDRED, 4, RoundingMode.DOWN);
    }

    private static BigDecimal sum(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isTextual()) {
            return BigDecimal.valueOf(node.textValue().length());
        }
        BigDecimal sum = node.isBoolean() && node.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        for (JsonNode child : node) {
            sum = sum.add(sum(child));
        }
        return sum;
    }
}
