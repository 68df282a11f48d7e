package io.millrace.launcher.cluster;

/** A cluster that does not answer, or answers that it will not; the message is for the user and holds no secret. */
public final class ClusterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    private ClusterException(int status, String message) {
        super(message);
        this.status = status;
    }

    static ClusterException unreachable(String message) {
        return new ClusterException(0, message);
    }

    static ClusterException refused(int status, String message) {
        return new ClusterException(status, message);
    }

    /** Whether the cluster knows of no such thing, such as a job that it has forgotten. */
    boolean isNotFound() {
        return status == 404;
    }
}
