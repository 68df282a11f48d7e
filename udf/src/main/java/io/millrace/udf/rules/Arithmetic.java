package io.millrace.udf.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operators of one precedence, from left to right; a list and no tree, so that a long sum needs no deep stack. */
final class Arithmetic implements Value<BigDecimal> {

    private final Value<BigDecimal> first;
    private final List<Token> operators = new ArrayList<>();
    private final List<Value<BigDecimal>> operands = new ArrayList<>();

    Arithmetic(Value<BigDecimal> first) {
        this.first = first;
    }

    void then(Token operator, Value<BigDecimal> operand) {
        operators.add(operator);
        operands.add(operand);
    }

    Term term() {
        return Term.number(operators.get(operators.size() - 1), this);
    }

    @Override
    public BigDecimal of(Map<String, ?> facts) {
        BigDecimal result = first.of(facts);
        for (int i = 0; i < operands.size(); i++) {
            BigDecimal operand = operands.get(i).of(facts);
            result = (result == null || operand == null) ? null : compute(operators.get(i), result, operand);
        }
        return result;
    }

    private static BigDecimal compute(Token operator, BigDecimal left, BigDecimal right) {
        try {
            return switch (operator.text()) {
                case "+" -> Numbers.bounded(left.add(right));
                case "-" -> Numbers.bounded(left.subtract(right));
                case "*" -> Numbers.bounded(left.multiply(right));
                case "/" -> Numbers.quotient(left, right);
                default -> Numbers.remainder(left, right);
            };
        } catch (ArithmeticException e) {
            throw new RuleException(operator.position(), operator.shown() + " fails: " + e.getMessage());
        }
    }
}
