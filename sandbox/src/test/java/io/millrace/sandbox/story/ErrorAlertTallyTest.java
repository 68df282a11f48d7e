package io.millrace.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorAlertTallyTest {

    private static final Instant EIGHT = Instant.parse("2026-03-16T08:00:00Z");

    private final List<LogLine> lines = new ArrayList<>();

    @Test
    void anOutageIsToldOnceAndItsEndOnce() {
        for (int minute = 0; minute < 12; minute++) {
            errors(minute, 4);
        }
        errors(12, 13);
        errors(13, 40);
        errors(14, 5);
        assertThat(texts())
                .containsExactly(
                        ":fire: cart had 13 errors in the minute to 2026-03-16T08:13:00 UTC, 4.0 are usual: "
                                + "2026-03-16 08:12:00,000 ERROR [main] shop.cart.Main - no answer",
                        ":white_check_mark: cart is down to 5 errors a minute");
    }

    @Test
    void threeTimesAsManyAsUsualAreNotEnough() {
        for (int minute = 0; minute < 12; minute++) {
            errors(minute, 4);
        }
        errors(12, 12);
        assertThat(texts()).isEmpty();
    }

    @Test
    void withoutAPastTenAreEnough() {
        errors(0, 9);
        assertThat(texts()).isEmpty();
        errors(1, 10);
        assertThat(texts()).hasSize(1);
    }

    private void errors(int minute, int count) {
        for (int i = 0; i < count; i++) {
            lines.add(LogLine.event(EIGHT.plusSeconds(60L * minute), "cart", "ERROR", "no answer"));
        }
    }

    private List<String> texts() {
        return new ErrorAlertTally("cart", lines).texts();
    }
}
