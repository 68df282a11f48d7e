package io.millrace.launcher.session;

import io.millrace.catalog.script.EditedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.clusterframework.ApplicationStatus;
import org.apache.flink.runtime.jobmaster.JobResult;

/** The jobs that a script started and did not wait for. */
final class StartedJobs {

    private final SqlSession session;
    private final List<Started> running = new ArrayList<>();

    StartedJobs(SqlSession session) {
        this.session = session;
    }

    void add(JobID job, EditedText statement) {
        running.add(new Started(session.cluster().requestJobResult(job), statement));
    }

    int count() {
        return running.size();
    }

    /** A job that failed, and the statement that started it. */
    record Failed(EditedText statement, Throwable error) {}

    /** Waits until all have ended or one has failed; a cancelled one has not. */
    Optional<Failed> await() throws InterruptedException {
        while (!running.isEmpty()) {
            try {
                CompletableFuture.anyOf(running.stream().map(Started::result).toArray(CompletableFuture<?>[]::new))
                        .get();
            } catch (ExecutionException e) {
                // Which one it is shows below.
            }
            Optional<Failed> failed = running.stream()
                    .filter(job -> job.result.isDone())
                    .flatMap(job -> failure(job).stream())
                    .findFirst();
            if (failed.isPresent()) {
                return failed;
            }
            running.removeIf(job -> job.result.isDone());
        }
        return Optional.empty();
    }

    private Optional<Failed> failure(Started job) {
        try {
            JobResult result = job.result.join();
            return result.getSerializedThrowable()
                    .filter(error -> result.getApplicationStatus() != ApplicationStatus.CANCELED)
                    .map(error -> new Failed(job.statement, error.deserializeError(session.classLoader())));
        } catch (RuntimeException e) {
            return Optional.of(new Failed(job.statement, e));
        }
    }

    private record Started(CompletableFuture<JobResult> result, EditedText statement) {}
}
