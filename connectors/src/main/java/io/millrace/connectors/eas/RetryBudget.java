package io.millrace.connectors.eas;

/**
 * Bounds retries to a share of first attempts, so that a service in trouble gets little more load and not a multiple of
 * it ("Handling Overload", Site Reliability Engineering, 2016). Safe for several threads.
 */
final class RetryBudget {

    private static final double RESERVE = 10;

    private final double share;
    private double retries = RESERVE;

    /** @param share retries that each first attempt allows */
    RetryBudget(double share) {
        this.share = share;
    }

    /** Counts a first attempt. */
    synchronized void deposit() {
        retries = Math.min(RESERVE, retries + share);
    }

    /** Takes one retry; false when there is none left. */
    synchronized boolean withdraw() {
        if (retries < 1) {
            return false;
        }
        retries--;
        return true;
    }
}
