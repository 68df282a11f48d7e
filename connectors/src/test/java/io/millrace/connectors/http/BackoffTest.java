package io.millrace.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
    private final Random random = new Random(42);

    @Test
    void waitsAreSpreadFromNothingToABoundThatDoubles() {
        assertThat(waits(1))
                .allMatch(wait -> wait <= 100)
                .anyMatch(wait -> wait < 20)
                .anyMatch(wait -> wait > 80);
        assertThat(waits(3)).allMatch(wait -> wait <= 400).anyMatch(wait -> wait > 300);
    }

    @Test
    void theBoundGrowsNoFurtherThanTheLongestWait() {
        assertThat(waits(10)).allMatch(wait -> wait <= 1000).anyMatch(wait -> wait > 900);
        assertThat(waits(1000)).allMatch(wait -> wait >= 0 && wait <= 1000);
    }

    @Test
    void aServerCanAskForALongerWaitUpToTheLongest() {
        assertThat(backoff.delayMillis(1, random, OptionalLong.of(1))).isEqualTo(1000);
        assertThat(backoff.delayMillis(1, random, OptionalLong.of(3600))).isEqualTo(1000);
    }

    private List<Long> waits(int failed) {
        return LongStream.range(0, 1000)
                .mapToObj(draw -> backoff.delayMillis(failed, random))
                .toList();
    }
}
