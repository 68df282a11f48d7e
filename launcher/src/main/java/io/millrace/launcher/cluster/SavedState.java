package io.millrace.launcher.cluster;

/**
 * A savepoint or checkpoint.
 *
 * @param id counts the checkpoints and savepoints of a job
 * @param path on a file system of the cluster
 */
public record SavedState(long id, String path) {

    /** The name by which people know it, such as {@code chk-12}. */
    public String name() {
        return path.substring(path.replaceFirst("/+$", "").lastIndexOf('/') + 1);
    }
}
