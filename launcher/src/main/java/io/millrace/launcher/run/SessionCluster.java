package io.millrace.launcher.run;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.program.ClusterClient;
import org.apache.flink.client.program.MiniClusterClient;
import org.apache.flink.client.program.MiniClusterClient.MiniClusterId;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * A Flink cluster inside this process for the jobs of one session. It starts with the first job, grows with those that
 * run together, and ends all of them when it is closed. Safe for use by several threads.
 */
public final class SessionCluster implements AutoCloseable {

    /** Task managers of the cluster are equal; a wider job takes several. */
    private static final int SLOTS = 4;

    private final Map<JobID, Integer> running = new ConcurrentHashMap<>();
    private EmbeddedCluster cluster;
    private int slots;
    private boolean closed;

    /** The cluster, which is started where it is not up. */
    public synchronized ClusterClient<MiniClusterId> client() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
        if (cluster == null) {
            cluster = EmbeddedCluster.start(SLOTS);
            slots = SLOTS;
        }
        return new GrowingClient(cluster.miniCluster());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (cluster != null) {
            cluster.close();
            cluster = null;
        }
    }

    private synchronized void makeRoom(JobGraph job) throws Exception {
        int needed = JobGraphs.slots(job)
                + running.values().stream().mapToInt(Integer::intValue).sum();
        while (slots < needed && cluster != null) {
            cluster.miniCluster().startTaskManager();
            slots += SLOTS;
        }
    }

    private final class GrowingClient extends MiniClusterClient {

        private final MiniCluster target;

        GrowingClient(MiniCluster target) {
            super(new Configuration(), target);
            this.target = target;
        }

        @Override
        public CompletableFuture<JobID> submitJob(JobGraph job) {
            try {
                makeRoom(job);
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
            running.put(job.getJobID(), JobGraphs.slots(job));
            return super.submitJob(job).whenComplete((id, error) -> {
                if (error == null) {
                    CompletableFuture<?> unused =
                            target.requestJobResult(id).whenComplete((result, failure) -> running.remove(id));
                } else {
                    running.remove(job.getJobID());
                }
            });
        }
    }
}
