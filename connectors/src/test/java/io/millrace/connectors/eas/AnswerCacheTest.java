package io.millrace.connectors.eas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private final AtomicLong clock = new AtomicLong();
    private final AnswerCache<String> cache = new AnswerCache<>(Duration.ofSeconds(60), 2, clock::get);
    private final List<String> calls = new ArrayList<>();

    @Test
    void anAnswerServesUntilItIsTooOld() {
        ask("a");
        clock.addAndGet(Duration.ofSeconds(59).toNanos());
        ask("a");
        assertThat(calls).containsExactly("a");

        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        ask("a");
        assertThat(calls).containsExactly("a", "a");
    }

    @Test
    void theLeastRecentlyUsedAnswerGoesFirst() {
        ask("a");
        ask("b");
        ask("a");
        ask("c");
        ask("a");
        ask("b");

        assertThat(calls).containsExactly("a", "b", "c", "b");
        assertThat(cache.size()).isEqualTo(2);
    }

    @Test
    void equalRequestsShareACallThatIsOnItsWay() {
        CompletableFuture<String> call = new CompletableFuture<>();
        CompletableFuture<String> first = cache.get("a", () -> {}, () -> call);
        CompletableFuture<String> second = cache.get("a", () -> {}, () -> new CompletableFuture<>());

        call.complete("answer");

        assertThat(first).isCompletedWithValue("answer");
        assertThat(second).isCompletedWithValue("answer");
    }

    @Test
    void aFailureIsNotKept() {
        CompletableFuture<String> failed =
                cache.get("a", () -> {}, () -> CompletableFuture.failedFuture(new IllegalStateException("refused")));

        assertThat(failed).isCompletedExceptionally();
        assertThat(cache.size()).isZero();
    }

    private void ask(String request) {
        CompletableFuture<String> unused = cache.get(request, () -> {}, () -> {
            calls.add(request);
            return CompletableFuture.completedFuture("answer");
        });
    }
}
