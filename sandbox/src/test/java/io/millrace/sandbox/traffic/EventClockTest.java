package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventClockTest {

    @Test
    void theFirstRunStartsTenMinutesBeforeMidnight() {
        assertThat(EventClock.after(TrafficState.INITIAL.greatest(), 10).base()).isEqualTo("2026-03-14T23:50:00Z");
    }

    @Test
    void aLaterRunStartsOnAFullMinuteAfterEverythingSent() {
        Instant closing = Instant.parse("2026-03-15T00:12:00Z");
        assertThat(EventClock.after(closing, 10).base()).isEqualTo("2026-03-15T00:13:00Z");
        assertThat(EventClock.after(closing.plusMillis(59_999), 10).base()).isEqualTo("2026-03-15T00:13:00Z");
    }

    @Test
    void eventTimePassesFasterByTheSpeed() {
        EventClock clock = new EventClock(EventClock.START, 10);
        assertThat(clock.at(Duration.ofMillis(1500))).isEqualTo("2026-03-14T23:50:15Z");
    }
}
