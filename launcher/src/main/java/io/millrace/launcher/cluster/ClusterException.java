package io.millrace.launcher.cluster;

/** A cluster that does not answer, or answers that it will not; the message is for the user and holds no secret. */
public final class ClusterException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int UNREACHABLE = 0;
    private static final int UNFINISHED = 1;

    private final int status;

    private ClusterException(int status, String message) {
        super(message);
        this.status = status;
    }

    static ClusterException unreachable(String message) {
        return new ClusterException(UNREACHABLE, message);
    }

    static ClusterException refused(int status, String message) {
        return new ClusterException(status, message);
    }

    /** Flink was asked, and what it began failed or takes too long. */
    static ClusterException unfinished(String message) {
        return new ClusterException(UNFINISHED, message);
    }

    /** Whether the cluster did not do what it was asked to, although it answers. */
    public boolean isUnfinished() {
        // Of much that it cannot do, such as taking a job that it cannot read, Flink says 500.
        return status == UNFINISHED
                || (status >= 400 && status <= 500 && status != 401 && status != 403 && status != 429);
    }

    /** Whether the cluster knows of no such thing, such as a job that it has forgotten. */
    boolean isNotFound() {
        // Asked for the status of a job that it does not know, Flink says 500.
        return status == 404 || (status == 500 && getMessage().contains("Could not find Flink job"));
    }
}
