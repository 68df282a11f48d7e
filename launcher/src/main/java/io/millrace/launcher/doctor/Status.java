package io.millrace.launcher.doctor;

/** How a check ended; the later, the worse. */
public enum Status {
    OK,
    WARN,
    FAIL,

    /** A server could not be reached, so that nothing is known about what is on it. */
    UNREACHABLE;

    /** The word that reports show. */
    public String label() {
        return switch (this) {
            case OK -> "ok";
            case WARN -> "warn";
            case FAIL, UNREACHABLE -> "fail";
        };
    }
}
