package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MinuteWindowTest {
    private final MinuteWindow window = MinuteWindow.of(Instant.parse("2026-03-14T23:50:59.999Z"));

    @Test
    void aRowFallsIntoTheMinuteOfItsEventTime() {
        assertThat(window.start()).isEqualTo("2026-03-14T23:50:00Z");
        assertThat(window.end()).isEqualTo("2026-03-14T23:51:00Z");
    }

    @Test
    void aWindowIsNeverSurelyOpenOnceTheWatermarkMayHaveReachedItsEnd() {
        assertThat(window.isSurelyOpen(Instant.parse("2026-03-14T23:51:03.999Z")))
                .isTrue();
        assertThat(window.isSurelyOpen(Instant.parse("2026-03-14T23:51:04.999Z")))
                .isFalse();
    }

    @Test
    void aWindowHasSurelyFiredFromFiveSecondsAfterItsEnd() {
        assertThat(window.isSurelyFired(Instant.parse("2026-03-14T23:51:04.999Z")))
                .isFalse();
        assertThat(window.isSurelyFired(Instant.parse("2026-03-14T23:51:05Z"))).isTrue();
    }
}
