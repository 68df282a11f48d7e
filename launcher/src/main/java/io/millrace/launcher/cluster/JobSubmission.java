package io.millrace.launcher.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.util.InstantiationUtil;

/**
 * Starts jobs, each once: when an answer is lost, the cluster is asked whether it has the job before it is sent again, and
 * refuses an id that it has seen. The job, which holds the values of secrets, is written to no file of this machine.
 */
public final class JobSubmission {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String GRAPH = "job.bin";

    private final FlinkRest rest;
    private final Duration patience;

    /**
     * Prepares it.
     *
     * @param patience how long a cluster that does not answer is asked again
     */
    public JobSubmission(FlinkRest rest, Duration patience) {
        this.rest = rest;
        this.patience = patience;
    }

    /**
     * Starts a job.
     *
     * @param jars those that its classes come from and that the cluster does not have
     */
    public void submit(JobGraph job, List<Path> jars) throws ClusterException, InterruptedException {
        Instant end = Instant.now().plus(patience);
        byte[] graph = bytes(job);
        while (true) {
            try {
                if (rest.upload("/jobs", body(graph, jars)) || isKnown(job)) {
                    return;
                }
            } catch (ClusterException e) {
                // Of an id that it has seen Flink says no more than of any failure: status 500.
                if (isKnown(job)) {
                    return;
                }
                throw e;
            }
            if (Instant.now().isAfter(end)) {
                throw ClusterException.unreachable("the cluster at " + rest + " does not take the job");
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean isKnown(JobGraph job) throws ClusterException, InterruptedException {
        try {
            rest.get("/jobs/" + job.getJobID() + "/status");
            return true;
        } catch (ClusterException e) {
            if (e.isNotFound()) {
                return false;
            }
            throw e;
        }
    }

    private static Multipart body(byte[] graph, List<Path> jars) {
        ObjectNode request = JSON.createObjectNode();
        request.put("jobGraphFileName", GRAPH);
        ArrayNode names = request.putArray("jobJarFileNames");
        for (int i = 0; i < jars.size(); i++) {
            names.add(name(jars, i));
        }
        request.putArray("jobArtifactFileNames");
        Multipart body = new Multipart().field("request", request.toString()).file("file_0", GRAPH, graph);
        try {
            for (int i = 0; i < jars.size(); i++) {
                body.file("file_" + (i + 1), name(jars, i), jars.get(i));
            }
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
        return body;
    }

    /** Two jars of a project may have one name. */
    private static String name(List<Path> jars, int index) {
        return index + "-" + jars.get(index).getFileName();
    }

    private static byte[] bytes(JobGraph job) {
        try {
            return InstantiationUtil.serializeObject(job);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
