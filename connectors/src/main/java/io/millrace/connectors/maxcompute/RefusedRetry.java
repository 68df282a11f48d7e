package io.millrace.connectors.maxcompute;

import com.aliyun.odps.rest.RestClient;
import java.io.IOException;

/**
 * Ends the SDK's own repetitions before they begin: their waits cannot be configured, some never end, and none of them
 * would be counted.
 */
final class RefusedRetry extends RestClient.RetryLogger {

    @Override
    public void onRetryLog(Throwable failure, long count, long wait) {
        throw new Refusal(failure);
    }

    /** Carries what failed out of the SDK. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refusal(Throwable failure) {
            super(failure);
        }

        /** What failed. */
        Exception failure() {
            return getCause() instanceof Exception exception ? exception : new IOException(getCause());
        }
    }
}
