package io.millrace.udf.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The numbers of rules: decimal, at most 38 significant digits, 38 before the point and 38 behind it.
 *
 * <p>Bounds keep a short text such as {@code 1e999999} from becoming a million digits.
 */
final class Numbers {

    /** Significant digits, and digits on either side of the point. */
    static final int DIGITS = 38;

    private static final int LONGEST_TEXT = 100;

    private static final MathContext PRECISION = new MathContext(DIGITS, RoundingMode.HALF_UP);

    private Numbers() {}

    /** The number that a text writes in decimal, with or without an exponent; null if it writes none. */
    static BigDecimal parse(String text) {
        String number = text.strip();
        if (number.length() > LONGEST_TEXT || !isDecimal(number)) {
            return null;
        }
        try {
            return bounded(new BigDecimal(number));
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** A quotient to 38 digits; fails like {@link #bounded}, and for a divisor of 0. */
    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        requireNonZero(divisor);
        return bounded(dividend.divide(divisor, PRECISION));
    }

    /** What is left of an integral division, with the sign of the dividend; fails like {@link #quotient}. */
    static BigDecimal remainder(BigDecimal dividend, BigDecimal divisor) {
        requireNonZero(divisor);
        return bounded(dividend.remainder(divisor));
    }

    /**
     * A number rounded half up to what is kept.
     *
     * @throws ArithmeticException if it has more than 38 digits before the point
     */
    static BigDecimal bounded(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal rounded = number.round(PRECISION);
        long exponent = (long) rounded.precision() - rounded.scale() - 1;
        if (exponent >= DIGITS) {
            throw new ArithmeticException("a number of more than " + DIGITS + " digits before the point");
        }
        if (exponent < -DIGITS - 1) {
            return BigDecimal.ZERO;
        }
        return rounded.scale() > DIGITS ? rounded.setScale(DIGITS, RoundingMode.HALF_UP) : rounded;
    }

    private static void requireNonZero(BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new ArithmeticException("a division by 0");
        }
    }

    // BigDecimal's own parser takes the digits of every script.
    private static boolean isDecimal(String number) {
        boolean digit = false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
            digit |= c >= '0' && c <= '9';
        }
        return digit;
    }
}
