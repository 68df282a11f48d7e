package io.millrace.connectors.eas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InFlightLimitTest {

    private final InFlightLimit limit = new InFlightLimit(2, Runnable::run);
    private final List<String> started = new ArrayList<>();

    @Test
    void whatExceedsTheBoundWaitsInItsOrder() {
        List.of("a", "b", "c", "d").forEach(request -> limit.submit(() -> started.add(request)));
        assertThat(started).containsExactly("a", "b");

        limit.release();
        assertThat(started).containsExactly("a", "b", "c");
        limit.release();
        assertThat(started).containsExactly("a", "b", "c", "d");
        assertThat(limit.running()).isEqualTo(2);
    }

    @Test
    void aPlaceThatNobodyWaitsForIsFreeAgain() {
        limit.submit(() -> started.add("a"));
        limit.release();

        assertThat(limit.running()).isZero();
    }
}
