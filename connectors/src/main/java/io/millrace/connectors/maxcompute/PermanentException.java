package io.millrace.connectors.maxcompute;

import java.io.IOException;

/** Something that another attempt cannot mend. */
final class PermanentException extends IOException {

    private static final long serialVersionUID = 1L;

    PermanentException(String message) {
        super(message);
    }
}
