package io.millrace.sandbox.state;

/** A failure that the user can act on; its message is one line and says what to do. */
public final class SandboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as the exit code tells it. */
    public enum Kind {
        /** The command line, or a file that it names, is wrong. */
        USAGE,
        /** A server could not be had, started or reached. */
        UNREACHABLE,
        /** Another process is changing the same state folder. */
        LOCKED
    }

    private final Kind kind;

    private SandboxException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Makes a failure of the command line or of a file that it names. */
    public static SandboxException usage(String message) {
        return new SandboxException(Kind.USAGE, message, null);
    }

    /** Makes a failure to have, start or reach a server. */
    public static SandboxException unreachable(String message) {
        return new SandboxException(Kind.UNREACHABLE, message, null);
    }

    /** Makes a failure to have, start or reach a server; {@code cause} may be null. */
    public static SandboxException unreachable(String message, Throwable cause) {
        return new SandboxException(Kind.UNREACHABLE, message, cause);
    }

    /** Makes a failure to get a lock in time. */
    public static SandboxException locked(String message) {
        return new SandboxException(Kind.LOCKED, message, null);
    }

    /** Returns what went wrong. */
    public Kind kind() {
        return kind;
    }
}
