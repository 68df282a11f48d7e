package io.millrace.connectors.eas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final AtomicLong clock = new AtomicLong();
    private final CircuitBreaker breaker =
            new CircuitBreaker(new CircuitBreaker.Thresholds(4, 0.5, Duration.ofSeconds(10), 2), clock::get);

    @Test
    void itStaysClosedUntilItsWindowIsFull() {
        outcomes(false, false, false);

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void itOpensWhenTheShareOfFailuresIsReached() {
        outcomes(true, true, false, true, false);

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(breaker.acquire()).isEqualTo(CircuitBreaker.REFUSED);
    }

    @Test
    void itLetsOnlyProbesThroughAfterItsTimeAndClosesWhenTheySucceed() {
        outcomes(false, false, false, false);
        pass(Duration.ofSeconds(10));

        long first = breaker.acquire();
        long second = breaker.acquire();
        assertThat(breaker.acquire()).isEqualTo(CircuitBreaker.REFUSED);
        breaker.record(first, true);
        breaker.record(second, true);

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void aProbeThatFailsOpensItForAsLongAgain() {
        outcomes(false, false, false, false);
        pass(Duration.ofSeconds(10));
        breaker.record(breaker.acquire(), false);

        pass(Duration.ofSeconds(9));
        assertThat(breaker.acquire()).isEqualTo(CircuitBreaker.REFUSED);
        pass(Duration.ofSeconds(1));
        assertThat(breaker.acquire()).isNotEqualTo(CircuitBreaker.REFUSED);
    }

    @Test
    void whatWasSentBeforeItOpenedIsNoProbe() {
        long late = breaker.acquire();
        outcomes(false, false, false, false);
        pass(Duration.ofSeconds(10));
        long probe = breaker.acquire();

        breaker.record(late, false);
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
        breaker.record(probe, true);
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
    }

    @Test
    void aWindowOfNothingNeverOpens() {
        CircuitBreaker off =
                new CircuitBreaker(new CircuitBreaker.Thresholds(0, 0.5, Duration.ofSeconds(10), 1), clock::get);
        for (int request = 0; request < 100; request++) {
            off.record(off.acquire(), false);
        }

        assertThat(off.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private void outcomes(boolean... successes) {
        for (boolean success : successes) {
            breaker.record(breaker.acquire(), success);
        }
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
