package io.millrace.connectors.eas;

import io.millrace.connectors.http.Backoff;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;

/**
 * How the service is called.
 *
 * @param address the service's whole address
 * @param token a secret
 * @param retryBudget retries that each first attempt allows
 */
record EasSettings(
        URI address,
        String service,
        String token,
        Duration timeout,
        int maxInFlight,
        int maxAttempts,
        Backoff backoff,
        double retryBudget,
        CircuitBreaker.Thresholds breaker)
        implements Serializable {

    /** Without the token and the address. */
    @Override
    public String toString() {
        return "EasSettings[" + service + "]";
    }
}
