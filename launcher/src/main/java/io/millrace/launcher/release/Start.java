package io.millrace.launcher.release;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One start of a release on the cluster, written before anything is touched.
 *
 * @param number counts the starts of the pipeline in an environment, from 1
 * @param attempt counts the starts of this revision, from 1: one that is gone back to is started again
 * @param jobId the id of the job, which a cluster takes once
 * @param replaces the id of the job whose state it goes on from; empty where it starts without
 * @param who the user and host that started it
 * @param time in ISO 8601, UTC
 */
public record Start(
        String pipeline,
        int number,
        int revision,
        int attempt,
        String jobId,
        String replaces,
        String who,
        String time) {

    private static final int ID_BYTES = 16;

    /**
     * The id of a job follows from what is started, so that a cluster itself refuses to start it twice.
     *
     * @param store the release store's own id: stores that know nothing of each other start different jobs
     */
    public static String jobId(String store, String pipeline, int revision, int attempt) {
        String name = String.join("\n", store, pipeline, revision + "." + attempt);
        byte[] digest = Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
    }
}
