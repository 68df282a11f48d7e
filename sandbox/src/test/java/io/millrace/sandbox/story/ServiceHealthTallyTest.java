package io.millrace.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceHealthTallyTest {

    private static final Instant EIGHT = Instant.parse("2026-03-16T08:00:00Z");

    @Test
    void aLineCountsInTheFiveWindowsThatHoldIt() {
        Map<List<String>, List<String>> rows = rows(LogLine.request(EIGHT.plusSeconds(59), "cart", 200, 10));
        assertThat(rows.keySet())
                .containsExactlyInAnyOrder(
                        List.of("cart", "2026-03-16 08:01:00.000"),
                        List.of("cart", "2026-03-16 08:02:00.000"),
                        List.of("cart", "2026-03-16 08:03:00.000"),
                        List.of("cart", "2026-03-16 08:04:00.000"),
                        List.of("cart", "2026-03-16 08:05:00.000"));
    }

    @Test
    void aLineAtTheFullMinuteIsOfTheNextWindow() {
        assertThat(rows(LogLine.request(EIGHT, "cart", 200, 10)))
                .containsKey(List.of("cart", "2026-03-16 08:01:00.000"))
                .doesNotContainKey(List.of("cart", "2026-03-16 08:00:00.000"));
    }

    @Test
    void failuresErrorsAndUnreadableLinesAreCountedApart() {
        assertThat(rows(
                        LogLine.request(EIGHT, "cart", 200, 10),
                        LogLine.request(EIGHT, "cart", 404, 20),
                        LogLine.request(EIGHT, "cart", 503, 30),
                        LogLine.event(EIGHT, "cart", "FATAL", "no memory"),
                        LogLine.event(EIGHT, "cart", "WARN", "ERROR is near"),
                        LogLine.noise(EIGHT, "cart", "a"),
                        LogLine.noise(EIGHT, "cart", "b")))
                .containsEntry(
                        List.of("cart", "2026-03-16 08:01:00.000"),
                        List.of("3", "1", "0.333333333", "30", "30", "1", "2", "b"));
    }

    @Test
    void aServiceWithoutRequestsHasNoRateAndNoLatency() {
        assertThat(rows(LogLine.event(EIGHT, "cart", "INFO", "started")))
                .containsEntry(
                        List.of("cart", "2026-03-16 08:01:00.000"), List.of("0", "0", "-", "-", "-", "0", "0", "-"));
    }

    @Test
    void ofTwentyRequestsNineteenTakeAtMostThePercentile() {
        List<LogLine> lines = new ArrayList<>();
        for (int i = 20; i > 0; i--) {
            lines.add(LogLine.request(EIGHT, "cart", 200, i));
        }
        assertThat(new ServiceHealthTally(lines).rows().get(List.of("cart", "2026-03-16 08:01:00.000")))
                .startsWith("20", "0", "0", "19", "20");
    }

    private static Map<List<String>, List<String>> rows(LogLine... lines) {
        return new ServiceHealthTally(List.of(lines)).rows();
    }
}
