package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.traffic.ReportSnapshot.RankLine;
import io.millrace.sandbox.traffic.ReportSnapshot.WindowLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveTablesTest {
    private final TrafficProgress progress = new TrafficProgress(
            EventClock.START, 1_000_000, 2, 3, 1_000_005, 12_000, MinuteWindow.of(EventClock.START));

    @Test
    void fitsASmallTerminal() {
        List<WindowLine> windows = IntStream.range(0, 6)
                .mapToObj(minute -> new WindowLine(
                        EventClock.START.plusSeconds(60L * minute), Map.of("books", 123_456L), BigDecimal.TEN))
                .toList();
        List<RankLine> ranks = IntStream.rangeClosed(1, 10)
                .mapToObj(rank ->
                        new RankLine(LocalDate.EPOCH, rank, "Espresso machine", 99_999, new BigDecimal("12345678.90")))
                .toList();

        List<String> lines = LiveTables.lines(progress, new ReportSnapshot(windows, ranks));

        assertThat(lines).hasSizeLessThanOrEqualTo(23).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(0)).contains("sent 1,012,005", "in time 1,000,005", "late 12,000");
        assertThat(lines).anyMatch(line -> line.contains("14 23:55") && line.contains("123456"));
        assertThat(lines).anyMatch(line -> line.contains("10  Espresso machine"));
    }

    @Test
    void saysThatThereAreNoRowsYet() {
        assertThat(LiveTables.lines(progress, new ReportSnapshot(List.of(), List.of())))
                .filteredOn(line -> line.contains("no row yet"))
                .hasSize(2);
    }

    @Test
    void aFrameReplacesTheOneBeforeWithoutClearingTheScreen() {
        String frame = LiveDisplay.frame(List.of("one", "two"));
        assertThat(frame)
                .contains("\u001b[H", "one\u001b[K", "two\u001b[K", "\u001b[J")
                .doesNotContain("\u001b[2J");
    }
}
