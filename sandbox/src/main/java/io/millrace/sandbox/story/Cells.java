package io.millrace.sandbox.story;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One spelling of each value, so that equal values of different systems are equal texts.
 *
 * <p>Times are UTC with milliseconds; numbers have no trailing zeros, and doubles are rounded to nine significant digits;
 * null is {@code -}; texts that read as a time are spelled as one.
 */
public final class Cells {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final int SIGNIFICANT_DIGITS = 9;
    private static final int SHORTEST_TIME = 16;

    private Cells() {}

    /** Spells the values of a row. */
    public static List<String> of(Object... values) {
        List<String> cells = new ArrayList<>(values.length);
        for (Object value : values) {
            cells.add(cell(value));
        }
        return List.copyOf(cells);
    }

    /** Spells one value. */
    public static String cell(Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number)
                    ? number(BigDecimal.valueOf(number)
                            .round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN)))
                    : value.toString();
        }
        if (value instanceof BigDecimal exact) {
            return number(exact);
        }
        if (value instanceof Instant time) {
            return MILLISECONDS.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        }
        if (value instanceof LocalDateTime time) {
            return MILLISECONDS.format(time);
        }
        return value instanceof String text ? text(text) : value.toString();
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String text(String text) {
        if (text.length() < SHORTEST_TIME || !Character.isDigit(text.charAt(0))) {
            return text;
        }
        String iso = text.replace(' ', 'T');
        try {
            return MILLISECONDS.format(
                    LocalDateTime.parse(iso.endsWith("Z") ? iso.substring(0, iso.length() - 1) : iso));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
