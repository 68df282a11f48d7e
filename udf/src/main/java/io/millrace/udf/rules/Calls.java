package io.millrace.udf.rules;

import com.google.re2j.Pattern;
import io.millrace.udf.argument.NearestName;
import io.millrace.udf.pattern.LinearPattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The functions that rules may call; nothing outside of this list can be reached from a rule. */
final class Calls {

    private static final int MANY = Integer.MAX_VALUE;

    /** Compiles a call whose number of arguments is right. */
    private interface Compiler {
        Term compile(Token name, List<Term> arguments);
    }

    private record Signature(int fewest, int most, Compiler compiler) {}

    private static final Map<String, Signature> FUNCTIONS = new TreeMap<>();

    static {
        FUNCTIONS.put("abs", new Signature(1, 1, (name, args) -> rounding(name, args, BigDecimal::abs)));
        FUNCTIONS.put(
                "ceil", new Signature(1, 1, (name, args) -> rounding(name, args, scaled(0, RoundingMode.CEILING))));
        FUNCTIONS.put(
                "floor", new Signature(1, 1, (name, args) -> rounding(name, args, scaled(0, RoundingMode.FLOOR))));
        FUNCTIONS.put("round", new Signature(1, 2, Calls::round));
        FUNCTIONS.put("min", new Signature(2, MANY, (name, args) -> extreme(name, args, BigDecimal::min)));
        FUNCTIONS.put("max", new Signature(2, MANY, (name, args) -> extreme(name, args, BigDecimal::max)));
        FUNCTIONS.put("lower", new Signature(1, 1, (name, args) -> text(name, args, s -> s.toLowerCase(Locale.ROOT))));
        FUNCTIONS.put("upper", new Signature(1, 1, (name, args) -> text(name, args, s -> s.toUpperCase(Locale.ROOT))));
        FUNCTIONS.put("trim", new Signature(1, 1, (name, args) -> text(name, args, String::strip)));
        FUNCTIONS.put("length", new Signature(1, 1, Calls::length));
        FUNCTIONS.put("contains", new Signature(2, 2, (name, args) -> test(name, args, String::contains)));
        FUNCTIONS.put("starts_with", new Signature(2, 2, (name, args) -> test(name, args, String::startsWith)));
        FUNCTIONS.put("ends_with", new Signature(2, 2, (name, args) -> test(name, args, String::endsWith)));
        FUNCTIONS.put("matches", new Signature(2, 2, Calls::matches));
        FUNCTIONS.put("coalesce", new Signature(1, MANY, Calls::coalesce));
        FUNCTIONS.put("number", new Signature(1, 1, (name, args) -> number(name, args.get(0))));
        FUNCTIONS.put("is_number", new Signature(1, 1, Calls::isNumber));
        FUNCTIONS.put("text", new Signature(1, 1, (name, args) -> Term.text(name, asText(args.get(0)))));
    }

    private Calls() {}

    static Term compile(Token name, List<Term> arguments) {
        String function = name.text().toLowerCase(Locale.ROOT);
        Signature signature = FUNCTIONS.get(function);
        if (signature == null) {
            throw new RuleException(
                    name.position(),
                    "there is no function " + name.shown() + NearestName.hint(function, FUNCTIONS.keySet()));
        }
        if (arguments.size() < signature.fewest || arguments.size() > signature.most) {
            throw new RuleException(name.position(), function + " takes " + count(signature));
        }
        return signature.compiler.compile(name, arguments);
    }

    private static String count(Signature signature) {
        String fewest = signature.fewest + (signature.fewest == 1 ? " argument" : " arguments");
        if (signature.most == signature.fewest) {
            return fewest;
        }
        return signature.most == MANY
                ? "at least " + fewest
                : signature.fewest + " or " + signature.most + " arguments";
    }

    private static Term rounding(Token name, List<Term> arguments, UnaryOperator<BigDecimal> operator) {
        return Term.number(name, mapped(arguments.get(0).asNumber(), operator));
    }

    private static UnaryOperator<BigDecimal> scaled(int digits, RoundingMode mode) {
        return number -> Numbers.bounded(number.setScale(digits, mode));
    }

    private static Term round(Token name, List<Term> arguments) {
        int digits = arguments.size() == 1 ? 0 : digits(arguments.get(1));
        return rounding(name, arguments, number -> {
            try {
                return Numbers.bounded(number.setScale(digits, RoundingMode.HALF_UP));
            } catch (ArithmeticException e) {
                throw new RuleException(name.position(), name.shown() + " fails: " + e.getMessage());
            }
        });
    }

    private static int digits(Term term) {
        if (term.constant().orElse(null) instanceof BigDecimal digits
                && BigDecimal.valueOf(digits.intValue()).compareTo(digits) == 0
                && digits.intValue() <= Numbers.DIGITS) {
            return digits.intValue();
        }
        throw new RuleException(term.position(), "round takes a whole number from 0 to " + Numbers.DIGITS + " here");
    }

    private static Term extreme(Token name, List<Term> arguments, BinaryOperator<BigDecimal> chosen) {
        List<Value<BigDecimal>> numbers = arguments.stream().map(Term::asNumber).toList();
        return Term.number(name, facts -> {
            BigDecimal result = numbers.get(0).of(facts);
            for (int i = 1; i < numbers.size(); i++) {
                BigDecimal number = numbers.get(i).of(facts);
                result = (result == null || number == null) ? null : chosen.apply(result, number);
            }
            return result;
        });
    }

    private static Term text(Token name, List<Term> arguments, UnaryOperator<String> operator) {
        return Term.text(name, mapped(arguments.get(0).asText(), operator));
    }

    private static Term length(Token name, List<Term> arguments) {
        return Term.number(
                name,
                mapped(arguments.get(0).asText(), text -> BigDecimal.valueOf(text.codePointCount(0, text.length()))));
    }

    private static Term test(Token name, List<Term> arguments, BiPredicate<String, String> test) {
        Value<String> whole = arguments.get(0).asText();
        Value<String> part = arguments.get(1).asText();
        return Term.truth(name, facts -> {
            String text = whole.of(facts);
            String wanted = part.of(facts);
            return (text == null || wanted == null) ? null : test.test(text, wanted);
        });
    }

    private static Term matches(Token name, List<Term> arguments) {
        Term expression = arguments.get(1);
        if (!(expression.constant().orElse(null) instanceof String constant)) {
            throw new RuleException(expression.position(), "matches takes a text between quotes here");
        }
        try {
            Pattern pattern = LinearPattern.compile(constant);
            return Term.truth(name, mapped(arguments.get(0).asText(), pattern::matches));
        } catch (IllegalArgumentException e) {
            throw new RuleException(expression.position(), e.getMessage());
        }
    }

    private static Term coalesce(Token name, List<Term> arguments) {
        Term.Kind kind = Comparisons.commonKind(name, arguments);
        List<Value<Object>> values =
                arguments.stream().map(term -> term.<Object>as(kind)).toList();
        Value<Object> first = facts -> {
            Object value = null;
            for (int i = 0; i < values.size() && value == null; i++) {
                value = values.get(i).of(facts);
            }
            return value;
        };
        return new Term(kind, name.shown(), name.position(), first, Optional.empty());
    }

    private static Term number(Token name, Term argument) {
        if (argument.kind() != Term.Kind.TEXT) {
            return Term.number(name, argument.asNumber());
        }
        Value<String> text = argument.asText();
        return Term.number(name, facts -> Facts.number(text.of(facts), argument.shown(), argument.position()));
    }

    private static Term isNumber(Token name, List<Term> arguments) {
        Value<String> text = asText(arguments.get(0));
        return Term.truth(name, mapped(text, value -> Numbers.parse(value) != null));
    }

    private static Value<String> asText(Term term) {
        return (term.kind() == Term.Kind.NUMBER || term.kind() == Term.Kind.TRUTH)
                ? mapped((Value<?>) term.value(), Facts::text)
                : term.asText();
    }

    private static <T, R> Value<R> mapped(Value<T> value, Function<? super T, R> function) {
        return facts -> {
            T known = value.of(facts);
            return known == null ? null : function.apply(known);
        };
    }
}
