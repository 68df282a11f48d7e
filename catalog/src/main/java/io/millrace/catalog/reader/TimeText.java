package io.millrace.catalog.reader;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date and time as SQL writes it: {@code 2026-01-01 00:00:05.123}, with {@code Z} or an offset behind it or without.
 *
 * @param offset empty where the time is meant in a zone that the reader knows
 * @param digits how many digits of the second's fraction say something; zeros at their end do not
 */
public record TimeText(LocalDateTime local, Optional<ZoneOffset> offset, int digits) {

    /** What is accepted, in words for a hint. */
    public static final String FORM = "yyyy-MM-dd HH:mm:ss, with a fraction, 'Z' or an offset such as +08:00 behind it";

    private static final Pattern PATTERN = Pattern.compile(
            "(?<date>(?!0000)\\d{4}-\\d\\d-\\d\\d)[ T](?<time>\\d\\d:\\d\\d:\\d\\d)(?:\\.(?<fraction>\\d{1,9}))?"
                    + " ?(?<offset>Z|[+-]\\d\\d:\\d\\d)?");

    /** Reads a text; empty for another form, and for a day or time that does not exist. */
    public static Optional<TimeText> parse(String text) {
        Matcher found = PATTERN.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        String fraction = found.group("fraction") == null ? "" : found.group("fraction");
        try {
            LocalDateTime local = LocalDateTime.parse(
                    found.group("date") + "T" + found.group("time") + (fraction.isEmpty() ? "" : "." + fraction));
            return Optional.of(new TimeText(
                    local,
                    Optional.ofNullable(found.group("offset")).map(ZoneOffset::of),
                    fraction.replaceAll("0+$", "").length()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether this is before another; where only one has an offset, the other's zone is unknown and the answer no. */
    boolean isBefore(TimeText other) {
        if (offset.isPresent() != other.offset.isPresent()) {
            return false;
        }
        return offset.isPresent()
                ? local.toInstant(offset.get()).isBefore(other.local.toInstant(other.offset.get()))
                : local.isBefore(other.local);
    }
}
