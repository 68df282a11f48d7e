package io.millrace.connectors.maxcompute;

import com.aliyun.odps.NoSuchObjectException;
import com.aliyun.odps.OdpsException;
import com.aliyun.odps.exceptions.SchemaMismatchException;
import java.io.IOException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;

/**
 * Why an attempt failed. Passing are: no connection, a connection cut or timed out, and the answers 308, 408, 409, 429
 * and 5xx; 404 only where a session is gone, which another attempt opens anew. All else stays: wrong keys, missing
 * rights, a table, project or partition that does not exist, a schema that changed, values out of range.
 *
 * @param passing whether another attempt may succeed
 * @param sessionLost whether that attempt needs another session
 * @param message the service's code and words, or what happened to the connection
 */
record Failure(boolean passing, boolean sessionLost, String message) {

    private static final Set<Integer> PASSING = Set.of(308, 408, 409, 429);
    private static final Set<String> MISSING = Set.of(
            "NoSuchProject", "NoSuchSchema", "NoSuchTable", "NoSuchPartition", "NoSuchObject", "InvalidPartitionSpec");

    /** Judges an exception by the most telling of its causes. */
    static Failure of(Exception thrown) {
        if (thrown instanceof PermanentException) {
            return new Failure(false, false, oneLine(thrown));
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OdpsException answer && answer.getStatus() != null) {
                boolean passing = isPassing(answer);
                return new Failure(passing, passing && answer.getStatus() == 404, oneLine(answer));
            }
            if (cause instanceof SchemaMismatchException || cause instanceof SSLHandshakeException) {
                return new Failure(false, false, oneLine(cause));
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof OdpsException) {
                return new Failure(true, false, oneLine(cause));
            }
        }
        return new Failure(false, false, oneLine(thrown));
    }

    private static boolean isPassing(OdpsException answer) {
        int status = answer.getStatus();
        if (status == 404) {
            return !(answer instanceof NoSuchObjectException)
                    && !MISSING.contains(String.valueOf(answer.getErrorCode()));
        }
        return status >= 500 || PASSING.contains(status);
    }

    /** The service documents its errors by their codes, so the code comes first, once. */
    private static String oneLine(Throwable cause) {
        String message = cause.getMessage();
        String words = message == null ? cause.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
        String code = cause instanceof OdpsException answer ? answer.getErrorCode() : null;
        return code == null || words.contains(code) ? words : code + ": " + words;
    }
}
