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

    /** A session that another has to take the place of. */
    static final class SessionLostException extends Exception {

        private static final long serialVersionUID = 1L;

        SessionLostException(Exception cause) {
            super(cause);
        }
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
     * @throws PermanentException when it fails for a reason that stays, or too often
     */
    <T> T run(String what, Attempt<T> attempt) throws IOException, InterruptedException {
        try {
            return run(what, attempt, true);
        } catch (SessionLostException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes one request of a session until it succeeds.
     *
     * @param what completes "cannot ..."
     * @throws SessionLostException when it takes another session to succeed
     * @throws PermanentException when it fails for a reason that stays, or too often
     */
    <T> T runInSession(String what, Attempt<T> attempt) throws IOException, InterruptedException, SessionLostException {
        return run(what, attempt, false);
    }

    private <T> T run(String what, Attempt<T> attempt, boolean opensSessions)
            throws IOException, InterruptedException, SessionLostException {
        for (int failures = 1; ; failures++) {
            try {
                return attempt.run();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                Failure failure = Failure.of(e);
                if (failure.sessionLost() && !opensSessions) {
                    throw new SessionLostException(e);
                }
                waitOrGiveUp(what, failure, failures, e);
            }
        }
    }

    private void waitOrGiveUp(String what, Failure failure, int failures, Exception cause)
            throws IOException, InterruptedException {
        // The SDK wraps the interruption of a task that is being cancelled.
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted: " + failure.message());
        }
        if (!failure.passing() || failures > policy.maxRetries()) {
            String attempts = failure.passing() ? " after " + failures + " attempts" : "";
            PermanentException gaveUp = new PermanentException("Cannot " + what + attempts + ": " + failure.message());
            // Not its cause: the deepest cause is what users are shown, and the SDK's says less.
            gaveUp.addSuppressed(cause);
            throw gaveUp;
        }
        LOG.warn("Cannot {}, attempt {}: {}", what, failures, failure.message());
        onRetry.run();
        TimeUnit.MILLISECONDS.sleep(backoffMillis(failures));
    }

    private long backoffMillis(int failures) {
        long initial = policy.initialBackoff().toMillis();
        long most = policy.maxBackoff().toMillis();
        return Math.min(most, initial << Math.min(failures - 1, 20));
    }
}
