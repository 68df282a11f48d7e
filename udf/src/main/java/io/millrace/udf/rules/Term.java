package io.millrace.udf.rules;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A compiled part of a rule and the kind of its value.
 *
 * @param shown how a message names it
 * @param position of its first character, from 0
 * @param constant its value if that depends on no fact
 */
record Term(Kind kind, String shown, int position, Value<?> value, Optional<Object> constant) {

    enum Kind {
        NUMBER("a number"),
        TEXT("a text"),
        TRUTH("a condition"),
        /** What a fact is stays open until something asks for a number, a text or a condition. */
        FACT("a fact");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }

        @Override
        public String toString() {
            return shown;
        }
    }

    static Term number(Token at, Value<BigDecimal> value) {
        return new Term(Kind.NUMBER, at.shown(), at.position(), value, Optional.empty());
    }

    static Term text(Token at, Value<String> value) {
        return new Term(Kind.TEXT, at.shown(), at.position(), value, Optional.empty());
    }

    static Term truth(Token at, Value<Boolean> value) {
        return new Term(Kind.TRUTH, at.shown(), at.position(), value, Optional.empty());
    }

    static Term constant(Kind kind, Token at, Object constant) {
        return new Term(kind, at.shown(), at.position(), facts -> constant, Optional.of(constant));
    }

    static Term fact(Token name) {
        String key = name.text();
        return fact(name, facts -> facts.get(key));
    }

    static Term fact(Token at, Value<?> value) {
        return new Term(Kind.FACT, at.shown(), at.position(), value, Optional.empty());
    }

    Value<BigDecimal> asNumber() {
        return as(Kind.NUMBER);
    }

    Value<String> asText() {
        return as(Kind.TEXT);
    }

    Value<Boolean> asTruth() {
        return as(Kind.TRUTH);
    }

    /** The value as one of a kind; a fact is converted, anything else has to be of that kind. */
    @SuppressWarnings("unchecked")
    <T> Value<T> as(Kind wanted) {
        if (kind == wanted) {
            return (Value<T>) value;
        }
        if (kind != Kind.FACT) {
            throw new RuleException(position, shown + " gives " + kind + ", where " + wanted + " is needed");
        }
        return (Value<T>) converted(wanted);
    }

    private Value<?> converted(Kind wanted) {
        return switch (wanted) {
            case NUMBER -> facts -> Facts.number(value.of(facts), shown, position);
            case TEXT -> facts -> Facts.text(value.of(facts));
            case TRUTH -> facts -> Facts.truth(value.of(facts), shown, position);
            case FACT -> value;
        };
    }
}
