package io.millrace.connectors.eas;

import io.millrace.connectors.http.HttpStatus;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Calls the service: bounded in number, with time-outs, with retries inside a budget, behind a circuit breaker. */
final class EasClient implements AutoCloseable {

    private static final int THREADS = 2;

    private final EasSettings settings;
    private final EasMetrics metrics;
    private final ScheduledExecutorService executor;
    private final HttpClient http;
    private final InFlightLimit limit;
    private final CircuitBreaker breaker;
    private final RetryBudget budget;

    EasClient(EasSettings settings, EasMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.executor = executor();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .executor(executor)
                .build();
        this.limit = new InFlightLimit(settings.maxInFlight(), executor);
        this.breaker = new CircuitBreaker(settings.breaker(), System::nanoTime);
        this.budget = new RetryBudget(settings.retryBudget());
        metrics.watch(breaker, limit::running);
    }

    /** Returns the text of the answer to a request body, or fails with an {@link EasException}. */
    CompletableFuture<String> predict(String body) {
        Prediction prediction = new Prediction(body, 1, new CompletableFuture<>());
        limit.submit(() -> attempt(prediction));
        return prediction.answer;
    }

    /** Drops what is on its way. */
    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void attempt(Prediction prediction) {
        long permit = breaker.acquire();
        if (permit == CircuitBreaker.REFUSED) {
            limit.release();
            fail(prediction, "is not called, because the circuit breaker is open after too many failures", null);
            return;
        }
        if (prediction.number == 1) {
            // Not when it was queued: a burst of rows would fill the budget to its brim and then use it up.
            budget.deposit();
        }
        metrics.requestSent();
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<String>> exchange =
                http.sendAsync(request(prediction.body), HttpResponse.BodyHandlers.ofString());
        // The time-out of a request ends with the headers of its answer; this one covers the body too.
        ScheduledFuture<?> timer = executor.schedule(
                () -> exchange.cancel(true), settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<?> unused = exchange.whenComplete((response, error) -> {
            timer.cancel(false);
            metrics.answered(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            breaker.record(permit, error == null && !HttpStatus.isWorthRetrying(response.statusCode()));
            limit.release();
            settle(prediction, response, error);
        });
    }

    private void settle(Prediction prediction, HttpResponse<String> response, Throwable error) {
        if (error != null) {
            Throwable cause = error instanceof CompletionException ? error.getCause() : error;
            retry(prediction, OptionalLong.empty(), broken(cause), cause);
        } else if (HttpStatus.isSuccess(response.statusCode())) {
            prediction.answer.complete(response.body());
        } else if (HttpStatus.isWorthRetrying(response.statusCode())) {
            String what = "answered with status " + response.statusCode();
            retry(prediction, HttpStatus.retryAfterSeconds(response), what, null);
        } else {
            fail(prediction, "refused with status " + response.statusCode() + hint(response.statusCode()), null);
        }
    }

    private void retry(Prediction prediction, OptionalLong retryAfter, String what, Throwable cause) {
        if (prediction.number >= settings.maxAttempts()) {
            fail(prediction, what + " to attempt " + prediction.number + " of " + settings.maxAttempts(), cause);
        } else if (!budget.withdraw()) {
            fail(prediction, what + ", and the budget of retries is used up", cause);
        } else if (!executor.isShutdown()) {
            metrics.retried();
            long wait = settings.backoff().delayMillis(prediction.number, ThreadLocalRandom.current(), retryAfter);
            Prediction next = new Prediction(prediction.body, prediction.number + 1, prediction.answer);
            ScheduledFuture<?> unused =
                    executor.schedule(() -> limit.submit(() -> attempt(next)), wait, TimeUnit.MILLISECONDS);
        }
    }

    private void fail(Prediction prediction, String what, Throwable cause) {
        metrics.failed();
        String message = "PAI EAS service '" + settings.service() + "' " + what;
        prediction.answer.completeExceptionally(new EasException(message, cause));
    }

    private String broken(Throwable cause) {
        return cause instanceof java.util.concurrent.CancellationException
                        || cause instanceof java.net.http.HttpTimeoutException
                ? "did not answer within " + settings.timeout().toMillis() + " ms"
                : "could not be reached (" + cause.getClass().getSimpleName() + ")";
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> ": check the option 'token'";
            case 404 -> ": check the options 'endpoint' and 'service'";
            case 400, 422 -> ": check that the request columns have the names and types that the model takes";
            default -> "";
        };
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(settings.address())
                .timeout(settings.timeout())
                .header("Authorization", settings.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static ScheduledExecutorService executor() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(THREADS, work -> {
            Thread thread = new Thread(work, "pai-eas");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private record Prediction(String body, int number, CompletableFuture<String> answer) {}
}
