package io.millrace.catalog.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a cron expression fires in a time zone, as cron itself does it: a certain time that the clock skips is made up for
 * when it has been set forward, one that comes twice counts once; what fires every so many minutes or hours follows
 * the clock.
 */
public final class FireTimes {

    /** From one 29 February to the next, over a century that has none. */
    private static final int LONGEST_PAUSE = 8 * 366;

    private static final Duration OUTLOOK = Duration.ofDays(365);

    private final CronExpression cron;
    private final ZoneId zone;

    public FireTimes(CronExpression cron, ZoneId zone) {
        this.cron = cron;
        this.zone = zone;
    }

    /** The first ones at or after a moment, in ascending order. */
    public List<ZonedDateTime> from(Instant moment, int count) {
        // A day earlier, because what a clock skips at midnight is made up for on the next day.
        LocalDate start = moment.atZone(zone).toLocalDate().minusDays(1);
        return Stream.iterate(start, date -> date.plusDays(1))
                .limit((long) LONGEST_PAUSE * count)
                .filter(cron::matches)
                .flatMap(date -> on(date).sorted().distinct())
                .dropWhile(time -> time.isBefore(moment))
                .distinct()
                .limit(count)
                .map(time -> time.atZone(zone))
                .toList();
    }

    private Stream<Instant> on(LocalDate date) {
        return cron.field(CronField.HOUR)
                .values()
                .boxed()
                .flatMap(hour -> cron.field(CronField.MINUTE).values().mapToObj(minute -> date.atTime(hour, minute)))
                .flatMap(this::at);
    }

    private Stream<Instant> at(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change == null) {
            return Stream.of(time.atZone(zone).toInstant());
        }
        if (cron.isAtCertainTimes()) {
            return Stream.of(change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore()));
        }
        return change.isGap()
                ? Stream.of()
                : Stream.of(time.toInstant(change.getOffsetBefore()), time.toInstant(change.getOffsetAfter()));
    }

    /**
     * The certain times that a change of the clock will touch within a year, the first for each change; on these
     * schedulers differ.
     */
    public List<DisturbedTime> disturbed(Instant moment) {
        if (!cron.isAtCertainTimes()) {
            return List.of();
        }
        return Stream.iterate(zone.getRules().nextTransition(moment), Objects::nonNull, change -> zone.getRules()
                        .nextTransition(change.getInstant()))
                .takeWhile(change -> change.getInstant().isBefore(moment.plus(OUTLOOK)))
                .flatMap(change -> disturbed(change).stream())
                .toList();
    }

    private Optional<DisturbedTime> disturbed(ZoneOffsetTransition change) {
        LocalDateTime first = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
        LocalDateTime end = change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
        return Stream.iterate(first, time -> time.isBefore(end), time -> time.plusMinutes(1))
                .filter(cron::matches)
                .map(time -> new DisturbedTime(time, change.isGap()))
                .findFirst();
    }

    /**
     * A time of the clock on the wall that does not come, or comes twice.
     *
     * @param skipped whether it does not come
     */
    public record DisturbedTime(LocalDateTime time, boolean skipped) {}
}
