package io.millrace.connectors.maxcompute;

import io.millrace.connectors.maxcompute.MaxComputeSettings.Retrying;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats what failed for a passing reason, with waits that double. */
final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final Retrying policy;
    private final Runnable onRetry;

    /** One attempt, which can be made again from the start. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws Exception;
    }

    /** @param onRetry called before each repetition */
    Retries(Retrying policy, Runnable onRetry) {
        this.policy = policy;
        this.onRetry = onRetry;
    }

    /**
     * Makes the attempt until it succeeds.
     *
     * @param what completes "cannot ..."
     * @throws IOException when it fails for a reason that stays, or too often
     */
    <T> T run(String what, Attempt<T> attempt) throws IOException, InterruptedException {
        for (int failures = 0; ; ) {
            try {
                return attempt.run();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                Failure failure = Failure.of(e);
                // The SDK wraps the interruption of a task that is being cancelled.
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted: " + failure.message());
                }
                failures++;
                if (!failure.passing() || failures > policy.maxRetries()) {
                    throw new IOException(
                            "Cannot " + what + " in MaxCompute"
                                    + (failure.passing() ? " after " + failures + " attempts: " : ": ")
                                    + failure.message(),
                            e);
                }
                LOG.warn("Cannot {} in MaxCompute, attempt {}: {}", what, failures, failure.message());
                onRetry.run();
                TimeUnit.MILLISECONDS.sleep(backoffMillis(failures));
            }
        }
    }

    private long backoffMillis(int failures) {
        long initial = policy.initialBackoff().toMillis();
        long most = policy.maxBackoff().toMillis();
        return Math.min(most, initial << Math.min(failures - 1, 20));
    }
}
