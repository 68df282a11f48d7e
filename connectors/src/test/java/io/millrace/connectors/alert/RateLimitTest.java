package io.millrace.connectors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final RateLimit limit = new RateLimit(2);

    @Test
    void aPostIsAllowedAgainAMinuteAfterTheOldest() {
        limit.count(0);
        limit.count(10_000);
        assertThat(limit.left(59_999)).isZero();
        assertThat(limit.nextAt()).isEqualTo(60_000);

        assertThat(limit.left(60_000)).isEqualTo(1);
    }

    @Test
    void aRestartDoesNotAllowMore() {
        limit.restore(List.of(0L, 1L));

        assertThat(limit.left(1000)).isZero();
    }

    @Test
    void aClockThatIsSetBackDoesNotLockIt() {
        limit.count(10_000_000);
        limit.count(10_000_000);

        assertThat(limit.left(1000)).isEqualTo(2);
    }
}
