package io.millrace.catalog.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeTextTest {

    @Test
    void aTimeHasAnOffsetOrNone() {
        assertThat(TimeText.parse("2026-01-01 00:00:05"))
                .contains(new TimeText(LocalDateTime.of(2026, 1, 1, 0, 0, 5), Optional.empty(), 0));
        assertThat(TimeText.parse("2026-01-01T00:00:05.120Z"))
                .contains(new TimeText(
                        LocalDateTime.of(2026, 1, 1, 0, 0, 5, 120_000_000), Optional.of(ZoneOffset.UTC), 2));
        assertThat(TimeText.parse("2026-01-01 00:00:05 -03:30"))
                .contains(new TimeText(
                        LocalDateTime.of(2026, 1, 1, 0, 0, 5), Optional.of(ZoneOffset.ofHoursMinutes(-3, -30)), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noon",
                "2026-01-01",
                "2026-01-01 00:00",
                "2026-02-29 00:00:00",
                "2026-01-01 24:00:00",
                "2026-01-01 00:00:60",
                "0000-01-01 00:00:00",
                "2026-01-01 00:00:00.",
                "2026-01-01 00:00:00.1234567890",
                "2026-01-01 00:00:00+19:00",
                "2026-01-01 00:00:00 Europe/Berlin"
            })
    void whatIsNoDateAndTimeThatExistIsRefused(String text) {
        assertThat(TimeText.parse(text)).isEmpty();
    }

    @Test
    void offsetsCountWhenTimesAreCompared() {
        assertThat(isBefore("2026-01-01 08:00:00+08:00", "2026-01-01 00:00:01Z"))
                .isTrue();
        assertThat(isBefore("2026-01-01 00:00:00", "2026-01-01 00:00:00")).isFalse();
        assertThat(isBefore("2026-01-01 00:00:00", "2026-01-01 00:00:00.001")).isTrue();
    }

    @Test
    void aTimeInAnUnknownZoneIsBeforeNoOther() {
        assertThat(isBefore("2026-01-01 00:00:00", "2026-02-01 00:00:00Z")).isFalse();
        assertThat(isBefore("2026-01-01 00:00:00Z", "2026-02-01 00:00:00")).isFalse();
    }

    private static boolean isBefore(String left, String right) {
        return TimeText.parse(left).orElseThrow().isBefore(TimeText.parse(right).orElseThrow());
    }
}
