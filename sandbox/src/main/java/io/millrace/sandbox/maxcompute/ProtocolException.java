package io.millrace.sandbox.maxcompute;

/** A request that is answered with an error. */
final class ProtocolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** @param code the service's name of the error, which clients look at */
    ProtocolException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
