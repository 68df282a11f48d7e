package io.millrace.sandbox.artifact;

/** Recognises a failure whose reason is a full disk. */
public final class DiskSpace {

    private DiskSpace() {}

    /** Tells whether a failure or one of its causes is a full disk or an exhausted quota. */
    public static boolean isExhausted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            // The JDK passes on the operating system's words and has no type for this failure.
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
