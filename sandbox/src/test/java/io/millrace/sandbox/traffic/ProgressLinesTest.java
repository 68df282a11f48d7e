package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    @Test
    void printsALineEveryFiveSeconds() {
        StringWriter text = new StringWriter();
        AtomicLong now = new AtomicLong();
        ProgressLines lines = new ProgressLines(new PrintWriter(text), now::get);

        for (int tenth = 0; tenth <= 120; tenth++) {
            now.set(Duration.ofMillis(tenth * 100L).toNanos());
            lines.accept(TrafficProgress.start(EventClock.START));
        }

        assertThat(text.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("event time 2026-03-14 23:50:00  sent 0"));
    }
}
