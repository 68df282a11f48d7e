package io.millrace.connectors.alert;

import io.millrace.connectors.http.Backoff;
import java.io.Serializable;
import java.time.Duration;

/**
 * How the sink behaves whoever receives its messages.
 *
 * @param recoveries whether its input can end an alert
 * @param authorization a secret; null for none
 */
record AlertSettings(
        Duration period,
        boolean recoveries,
        boolean tellRecoveries,
        int postsPerMinute,
        String authorization,
        Duration timeout,
        int maxAttempts,
        Backoff backoff)
        implements Serializable {

    /** Without the secret. */
    @Override
    public String toString() {
        return "AlertSettings[" + period + "]";
    }
}
