package io.millrace.launcher.release;

import java.io.IOException;

/** A release store that cannot be read or written; the message is for the user. */
public final class ReleaseStoreException extends Exception {
    private static final long serialVersionUID = 1L;

    ReleaseStoreException(String message) {
        super(message);
    }

    static ReleaseStoreException of(String what, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ReleaseStoreException(
                what + ": " + reason.lines().findFirst().orElse(""));
    }
}
