package io.millrace.launcher.state;

/** A text that is not the JSON of a compiled plan; its message continues "the plan cannot be read: ". */
public final class UnreadablePlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadablePlanException(String message, Throwable cause) {
        super(message, cause);
    }
}
