package io.millrace.udf.rules;

import java.math.BigDecimal;
import java.util.Locale;

/** Reads facts, which come as texts, numbers or booleans, as what a rule needs them to be. */
final class Facts {

    private Facts() {}

    static BigDecimal number(Object fact, String name, int position) {
        if (fact == null) {
            return null;
        }
        BigDecimal number = fact instanceof Boolean ? null : Numbers.parse(fact.toString());
        if (number == null) {
            throw wrong(fact, name, position, "a number");
        }
        return number;
    }

    static String text(Object fact) {
        if (fact instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return fact == null ? null : fact.toString();
    }

    static Boolean truth(Object fact, String name, int position) {
        if (fact == null || fact instanceof Boolean) {
            return (Boolean) fact;
        }
        return switch (fact.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(fact, name, position, "'true' or 'false'");
        };
    }

    private static RuleException wrong(Object fact, String name, int position, String wanted) {
        return new RuleException(
                position, name + " is " + RuleException.quoted(fact.toString()) + ", where " + wanted + " is needed");
    }
}
