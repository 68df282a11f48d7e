package io.millrace.catalog.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FireTimesTest {

    private static final String BERLIN = "Europe/Berlin";

    @Test
    void theFirstTimesFollowTheClockOfTheZone() {
        assertThat(fires("15 2 * * *", BERLIN, "2026-11-25T01:15:00Z", 2))
                .containsExactly("2026-11-25T02:15+01:00", "2026-11-26T02:15+01:00");
        assertThat(fires("15 2 * * *", BERLIN, "2026-11-25T01:15:01Z", 1)).containsExactly("2026-11-26T02:15+01:00");
        assertThat(fires("0 9 * * *", "Asia/Shanghai", "2026-11-25T02:00:00Z", 1))
                .containsExactly("2026-11-26T09:00+08:00");
        assertThat(fires("0 12 * * *", BERLIN, "2027-03-27T00:00:00Z", 2))
                .containsExactly("2027-03-27T12:00+01:00", "2027-03-28T12:00+02:00");
    }

    @Test
    void theLongestPauseIsBridged() {
        assertThat(fires("0 0 29 2 *", "UTC", "2096-03-01T00:00:00Z", 2))
                .containsExactly("2104-02-29T00:00Z", "2108-02-29T00:00Z");
        assertThat(fires("0 0 13 * 5", "UTC", "2026-11-25T00:00:00Z", 3))
                .containsExactly("2026-11-27T00:00Z", "2026-12-04T00:00Z", "2026-12-11T00:00Z");
    }

    @Test
    void aCertainTimeThatTheClockSkipsIsMadeUpForOnce() {
        assertThat(fires("0,30 2 * * *", BERLIN, "2027-03-27T12:00:00Z", 3))
                .containsExactly("2027-03-28T03:00+02:00", "2027-03-29T02:00+02:00", "2027-03-29T02:30+02:00");
        // Where clocks are set forward at midnight, on the day whose first hour is missing.
        assertThat(fires("30 0 * * *", "America/Santiago", "2026-09-05T12:00:00Z", 2))
                .containsExactly("2026-09-06T01:00-03:00", "2026-09-07T00:30-03:00");
    }

    @Test
    void aCertainTimeThatComesTwiceFiresOnce() {
        assertThat(fires("30 2 * * *", BERLIN, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
    }

    @Test
    void whatFiresEverySoOftenFollowsTheClock() {
        assertThat(fires("30 * * * *", BERLIN, "2026-10-25T00:00:00Z", 3))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", "2026-10-25T03:30+01:00");
        assertThat(fires("*/30 2 * * *", BERLIN, "2027-03-28T00:00:00Z", 1)).containsExactly("2027-03-29T02:00+02:00");
        assertThat(fires("30 * * * *", BERLIN, "2027-03-28T00:00:00Z", 2))
                .containsExactly("2027-03-28T01:30+01:00", "2027-03-28T03:30+02:00");
    }

    @Test
    void timesThatAChangeOfTheClockTouchesAreForetold() {
        Instant moment = Instant.parse("2026-11-25T00:00:00Z");
        assertThat(times("30 2,14 * * *", BERLIN).disturbed(moment))
                .containsExactly(
                        new FireTimes.DisturbedTime(LocalDateTime.of(2027, 3, 28, 2, 30), true),
                        new FireTimes.DisturbedTime(LocalDateTime.of(2027, 10, 31, 2, 30), false));
        assertThat(times("30 3 * * *", BERLIN).disturbed(moment)).isEmpty();
        assertThat(times("30 2 * * MON", BERLIN).disturbed(moment)).isEmpty();
        assertThat(times("30 * * * *", BERLIN).disturbed(moment)).isEmpty();
        assertThat(times("30 2 * * *", "Asia/Shanghai").disturbed(moment)).isEmpty();
    }

    /** An independent account: each minute of two years is asked whether it fits. */
    @Test
    void noTimeIsMissingAndNoneIsTooMany() {
        Random random = new Random(7);
        Instant start = Instant.parse("2027-01-31T23:30:00Z");
        for (int i = 0; i < 40; i++) {
            String text = random.nextInt(60) + " " + random.nextInt(24) + " "
                    + (random.nextBoolean() ? "*" : 1 + random.nextInt(31)) + " "
                    + (random.nextBoolean() ? "*" : "1," + (2 + random.nextInt(11))) + " "
                    + (random.nextBoolean() ? "*" : random.nextInt(8));
            CronExpression cron = cron(text);
            List<String> expected = Stream.iterate(start, time -> time.plusSeconds(60))
                    .limit(2 * 366 * 24 * 60)
                    .map(time -> time.atZone(ZoneOffset.UTC))
                    .filter(time -> fits(text, time))
                    .limit(25)
                    .map(ZonedDateTime::toString)
                    .toList();
            assertThat(new FireTimes(cron, ZoneOffset.UTC)
                            .from(start, expected.size()).stream().map(ZonedDateTime::toString))
                    .as(text)
                    .containsExactlyElementsOf(expected);
        }
    }

    private static boolean fits(String text, ZonedDateTime time) {
        String[] fields = text.split(" ", -1);
        boolean day = fields[2].equals("*") || Integer.parseInt(fields[2]) == time.getDayOfMonth();
        boolean weekday = fields[4].equals("*")
                || Integer.parseInt(fields[4]) % 7 == time.getDayOfWeek().getValue() % 7;
        boolean both = fields[2].equals("*") || fields[4].equals("*");
        return Integer.parseInt(fields[0]) == time.getMinute()
                && Integer.parseInt(fields[1]) == time.getHour()
                && (fields[3].equals("*") || List.of(fields[3].split(",", -1)).contains("" + time.getMonthValue()))
                && (both ? day && weekday : day || weekday);
    }

    private static List<String> fires(String cron, String zone, String moment, int count) {
        return times(cron, zone).from(Instant.parse(moment), count).stream()
                .map(time -> time.toOffsetDateTime().toString())
                .toList();
    }

    private static FireTimes times(String cron, String zone) {
        return new FireTimes(cron(cron), ZoneId.of(zone));
    }

    private static CronExpression cron(String text) {
        return CronExpression.parse(text, offset -> SourceLocation.ofFile("p.yaml"), new DiagnosticCollector())
                .orElseThrow();
    }
}
