package io.millrace.connectors.alert;

import java.io.IOException;

/** A message that cannot be delivered; the text of the error is one line and shows no secret. */
final class AlertException extends IOException {

    AlertException(String message, Throwable cause) {
        super(message, cause);
    }
}
