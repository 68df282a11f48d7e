package io.millrace.udf.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** Compiles comparisons: of two values, with a range, with a list. */
final class Comparisons {

    private Comparisons() {}

    /** {@code left operator right}; unknown if a side is. */
    static Term compare(Token operator, Term left, Term right) {
        boolean equality = List.of("=", "==", "!=", "<>").contains(operator.text());
        List<Term> sides = List.of(left, right);
        Term.Kind kind = equality ? equalityKind(operator, sides) : orderKind(operator, sides);
        return Term.truth(operator, compare(left.as(kind), right.as(kind), order(kind), test(operator.text())));
    }

    /** {@code low <= term and term <= high}. */
    static Term between(Token operator, Term term, Term low, Term high) {
        Term.Kind kind = orderKind(operator, List.of(term, low, high));
        Comparator<Object> order = order(kind);
        Value<Boolean> above = compare(term.as(kind), low.as(kind), order, result -> result >= 0);
        Value<Boolean> below = compare(term.as(kind), high.as(kind), order, result -> result <= 0);
        return Term.truth(operator, Conditions.all(List.of(above, below)));
    }

    /** Whether a term equals one of some; unknown if none is equal, but one is unknown. */
    static Term in(Token operator, Term term, List<Term> list) {
        List<Term> terms = new ArrayList<>(list);
        terms.add(term);
        Term.Kind kind = equalityKind(operator, terms);
        Value<Object> wanted = term.as(kind);
        List<Value<Object>> items =
                list.stream().map(item -> item.<Object>as(kind)).toList();
        Comparator<Object> order = order(kind);
        return Term.truth(operator, facts -> {
            Object value = wanted.of(facts);
            boolean unknown = value == null;
            for (int i = 0; i < items.size() && value != null; i++) {
                Object item = items.get(i).of(facts);
                if (item != null && order.compare(value, item) == 0) {
                    return true;
                }
                unknown |= item == null;
            }
            return unknown ? null : false;
        });
    }

    /** The kind as which all of some terms can be read: a fact becomes what stands beside it. */
    static Term.Kind commonKind(Token at, List<Term> terms) {
        List<Term.Kind> kinds = terms.stream()
                .map(Term::kind)
                .filter(kind -> kind != Term.Kind.FACT)
                .distinct()
                .toList();
        if (kinds.size() > 1) {
            throw new RuleException(
                    at.position(), at.shown() + " mixes " + kinds.get(0) + " with " + kinds.get(1) + " here");
        }
        return kinds.isEmpty() ? Term.Kind.FACT : kinds.get(0);
    }

    private static Term.Kind equalityKind(Token operator, List<Term> terms) {
        Term.Kind kind = commonKind(operator, terms);
        return kind == Term.Kind.FACT ? Term.Kind.TEXT : kind;
    }

    private static Term.Kind orderKind(Token operator, List<Term> terms) {
        Term.Kind kind = commonKind(operator, terms);
        if (kind == Term.Kind.FACT) {
            throw new RuleException(
                    operator.position(), operator.shown() + " orders facts: write number(...) or text(...) around one");
        }
        if (kind == Term.Kind.TRUTH) {
            throw new RuleException(operator.position(), operator.shown() + " orders conditions, which have no order");
        }
        return kind;
    }

    private static Value<Boolean> compare(
            Value<Object> left, Value<Object> right, Comparator<Object> order, IntPredicate test) {
        return facts -> {
            Object first = left.of(facts);
            Object second = right.of(facts);
            return (first == null || second == null) ? null : test.test(order.compare(first, second));
        };
    }

    private static IntPredicate test(String operator) {
        return switch (operator) {
            case "=", "==" -> result -> result == 0;
            case "!=", "<>" -> result -> result != 0;
            case "<" -> result -> result < 0;
            case "<=" -> result -> result <= 0;
            case ">" -> result -> result > 0;
            default -> result -> result >= 0;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Comparator<Object> order(Term.Kind kind) {
        return kind == Term.Kind.TEXT
                ? (first, second) -> Texts.compare((String) first, (String) second)
                : (Comparator) Comparator.naturalOrder();
    }
}
