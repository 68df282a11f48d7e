package io.millrace.udf.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Compiles a rule by recursive descent; each method but the first is a line of the grammar on the manual's page. */
final class RuleParser {

    /** How deep parentheses, calls and prefixes may nest. */
    static final int DEEPEST = 64;

    private static final Set<String> COMPARISONS = Set.of("=", "==", "!=", "<>", "<", "<=", ">", ">=");

    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "between", "like", "is", "null");

    private final List<Token> tokens;
    private int at;
    private int depth;

    private RuleParser(String rule) {
        tokens = Tokens.of(rule);
    }

    static Value<Boolean> parse(String rule) {
        RuleParser parser = new RuleParser(rule);
        Term term = parser.disjunction();
        if (parser.peek().kind() != Token.Kind.END) {
            throw unexpected(parser.peek());
        }
        return term.asTruth();
    }

    private Term disjunction() {
        Term first = conjunction();
        if (!peek().is("or") && !peek().is("||")) {
            return first;
        }
        Token operator = peek();
        List<Value<Boolean>> conditions = new ArrayList<>(List.of(first.asTruth()));
        while (accept("or") || accept("||")) {
            conditions.add(conjunction().asTruth());
        }
        return Term.truth(operator, Conditions.any(conditions));
    }

    private Term conjunction() {
        Term first = negation();
        if (!peek().is("and") && !peek().is("&&")) {
            return first;
        }
        Token operator = peek();
        List<Value<Boolean>> conditions = new ArrayList<>(List.of(first.asTruth()));
        while (accept("and") || accept("&&")) {
            conditions.add(negation().asTruth());
        }
        return Term.truth(operator, Conditions.all(conditions));
    }

    private Term negation() {
        Token operator = peek();
        if (!accept("not") && !accept("!")) {
            return predicate();
        }
        descend(operator);
        Term negated = negation();
        depth--;
        return Term.truth(operator, Conditions.not(negated.asTruth()));
    }

    private Term predicate() {
        Term left = sum();
        Token operator = peek();
        if (operator.kind() == Token.Kind.SIGN && COMPARISONS.contains(operator.text())) {
            at++;
            return Comparisons.compare(operator, left, sum());
        }
        if (accept("is")) {
            boolean negated = accept("not");
            expect("null");
            return Term.truth(operator, facts -> (left.value().of(facts) == null) != negated);
        }
        boolean negated = accept("not");
        Term positive = membership(left, negated);
        return negated ? Term.truth(operator, Conditions.not(positive.asTruth())) : positive;
    }

    private Term membership(Term left, boolean required) {
        Token operator = peek();
        if (accept("in")) {
            expect("(");
            return Comparisons.in(operator, left, list(this::sum));
        }
        if (accept("between")) {
            Term low = sum();
            expect("and");
            return Comparisons.between(operator, left, low, sum());
        }
        if (accept("like")) {
            return like(operator, left.asText());
        }
        if (required) {
            throw new RuleException(operator.position(), "'in', 'between' or 'like' is expected after 'not'");
        }
        return left;
    }

    private Term like(Token operator, Value<String> value) {
        Token form = next();
        if (form.kind() != Token.Kind.TEXT) {
            throw new RuleException(form.position(), "a text between quotes is expected after 'like'");
        }
        return Term.truth(operator, facts -> {
            String text = value.of(facts);
            return text == null ? null : Texts.like(text, form.text());
        });
    }

    private Term sum() {
        Term first = product();
        Arithmetic arithmetic = null;
        Token operator = peek();
        while (accept("+") || accept("-")) {
            arithmetic = arithmetic == null ? new Arithmetic(first.asNumber()) : arithmetic;
            arithmetic.then(operator, product().asNumber());
            operator = peek();
        }
        return arithmetic == null ? first : arithmetic.term();
    }

    private Term product() {
        Term first = unary();
        Arithmetic arithmetic = null;
        Token operator = peek();
        while (accept("*") || accept("/") || accept("%")) {
            arithmetic = arithmetic == null ? new Arithmetic(first.asNumber()) : arithmetic;
            arithmetic.then(operator, unary().asNumber());
            operator = peek();
        }
        return arithmetic == null ? first : arithmetic.term();
    }

    private Term unary() {
        Token operator = peek();
        boolean minus = accept("-");
        if (!minus && !accept("+")) {
            return primary();
        }
        descend(operator);
        Value<BigDecimal> number = unary().asNumber();
        depth--;
        return Term.number(operator, facts -> {
            BigDecimal value = number.of(facts);
            return (value == null || !minus) ? value : value.negate();
        });
    }

    private Term primary() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case TEXT -> Term.constant(Term.Kind.TEXT, token, token.text());
            case QUOTED_NAME -> Term.fact(token);
            case WORD -> word(token);
            case SIGN, END -> parenthesised(token);
        };
    }

    private Term parenthesised(Token token) {
        if (!token.is("(")) {
            throw unexpected(token);
        }
        descend(token);
        Term inner = disjunction();
        depth--;
        expect(")");
        return inner;
    }

    private Term word(Token word) {
        if (word.is("true") || word.is("false")) {
            return Term.constant(Term.Kind.TRUTH, word, word.is("true"));
        }
        if (RESERVED.stream().anyMatch(word::is)) {
            throw word.is("null")
                    ? new RuleException(word.position(), "nothing equals null: write 'is null' or 'is not null'")
                    : unexpected(word);
        }
        if (!accept("(")) {
            return Term.fact(word);
        }
        descend(word);
        List<Term> arguments = accept(")") ? List.of() : list(this::disjunction);
        depth--;
        return Calls.compile(word, arguments);
    }

    private List<Term> list(Supplier<Term> item) {
        List<Term> items = new ArrayList<>(List.of(item.get()));
        while (accept(",")) {
            items.add(item.get());
        }
        expect(")");
        return items;
    }

    private static Term number(Token token) {
        BigDecimal number = Numbers.parse(token.text());
        if (number == null) {
            throw new RuleException(
                    token.position(),
                    token.shown() + " is no number of at most " + Numbers.DIGITS + " digits before the point");
        }
        return Term.constant(Term.Kind.NUMBER, token, number);
    }

    private void descend(Token token) {
        if (++depth > DEEPEST) {
            throw new RuleException(token.position(), "nested deeper than " + DEEPEST + " levels");
        }
    }

    private void expect(String signOrWord) {
        if (!accept(signOrWord)) {
            throw new RuleException(peek().position(), "'" + signOrWord + "' is expected instead of " + peek().shown());
        }
    }

    private boolean accept(String signOrWord) {
        boolean accepted = peek().is(signOrWord);
        at += accepted ? 1 : 0;
        return accepted;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = peek();
        at += token.kind() == Token.Kind.END ? 0 : 1;
        return token;
    }

    private static RuleException unexpected(Token token) {
        return new RuleException(token.position(), token.shown() + " is unexpected here");
    }
}
