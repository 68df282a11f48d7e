package io.millrace.sandbox.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One spelling of each value, so that equal values of different systems are equal texts; times are UTC. */
final class CellText {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final int DECIMALS = 2;

    private CellText() {}

    /** Writes two decimals, more where the value has more. */
    static String money(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
        return (exact.scale() > DECIMALS ? exact : exact.setScale(DECIMALS, RoundingMode.UNNECESSARY)).toPlainString();
    }

    /** Writes milliseconds. */
    static String time(Instant time) {
        return MILLISECONDS.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    /** Rewrites a time in SQL or ISO form, with any fraction and with or without a Z; other text stays as it is. */
    static String time(String text) {
        String iso = text.replace(' ', 'T');
        try {
            return MILLISECONDS.format(
                    LocalDateTime.parse(iso.endsWith("Z") ? iso.substring(0, iso.length() - 1) : iso));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
