package io.millrace.connectors.eas;

import java.io.IOException;

/** A prediction that cannot be had; the message is one line and shows neither the token nor values of the row. */
final class EasException extends IOException {

    EasException(String message) {
        super(message);
    }

    EasException(String message, Throwable cause) {
        super(message, cause);
    }
}
