package io.millrace.catalog.schedule;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When something runs, in five fields: minute, hour, day of month, month, day of week.
 *
 * <p>As POSIX has it, a day fits when one of the two fields of days fits, where both are given; a field that is a star
 * is not given. Beyond POSIX: steps, names, and 7 for Sunday. Where cron, Kubernetes and others read one text
 * differently, the text is refused.
 *
 * @param text as written
 */
public record CronExpression(String text, Map<CronField, FieldValues> fields) {

    /** The form, in words for a hint. */
    static final String FORM = "minute, hour, day of month, month, day of week, such as 15 2 * * *";

    public CronExpression {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads five fields; empty where one of them is wrong.
     *
     * @param place of the character of the text with a given offset
     * @param problems receives every field that is wrong, and dates that never come
     */
    public static Optional<CronExpression> parse(
            String text, IntFunction<SourceLocation> place, DiagnosticCollector problems) {
        return new CronParser(text, place, problems).parse();
    }

    public FieldValues field(CronField field) {
        return fields.get(field);
    }

    /** Whether it runs in the minute that begins at a time of the clock on the wall. */
    public boolean matches(LocalDateTime time) {
        return field(CronField.MINUTE).contains(time.getMinute())
                && field(CronField.HOUR).contains(time.getHour())
                && matches(time.toLocalDate());
    }

    /** Whether it runs on a day. */
    public boolean matches(LocalDate date) {
        FieldValues days = field(CronField.DAY_OF_MONTH);
        FieldValues weekdays = field(CronField.DAY_OF_WEEK);
        boolean day = days.contains(date.getDayOfMonth());
        boolean weekday = weekdays.contains(
                CronField.DAY_OF_WEEK.canonical(date.getDayOfWeek().getValue()));
        boolean either = !days.isUnrestricted() && !weekdays.isUnrestricted();
        return field(CronField.MONTH).contains(date.getMonthValue()) && (either ? day || weekday : day && weekday);
    }

    /** Whether it names hours and minutes, and not every so many of them. */
    boolean isAtCertainTimes() {
        return !field(CronField.MINUTE).isWildcard() && !field(CronField.HOUR).isWildcard();
    }

    /** The same times in the form that every scheduler reads: numbers only, Sunday is 0. */
    public String canonical() {
        return Stream.of(CronField.values())
                .map(field -> field(field).toString())
                .collect(Collectors.joining(" "));
    }
}
