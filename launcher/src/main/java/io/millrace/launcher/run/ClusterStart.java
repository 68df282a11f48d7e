package io.millrace.launcher.run;

import io.millrace.catalog.descriptor.SettingKey;
import io.millrace.catalog.program.PipelineProgram;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/**
 * A cluster that starts in the background while pipelines are still being compiled, which is most of what a user waits
 * for. Close it when the run is over, or when there is none.
 */
public final class ClusterStart implements AutoCloseable {

    private final int slots;
    private final CompletableFuture<EmbeddedCluster> started;
    private Optional<EmbeddedCluster> larger = Optional.empty();

    private ClusterStart(int slots) {
        this.slots = slots;
        // Here, because SLF4J complains on the console when two threads are the first to log.
        LoggerFactory.getILoggerFactory();
        this.started = CompletableFuture.supplyAsync(
                () -> EmbeddedCluster.start(slots), task -> new Thread(task, "millrace-cluster-start").start());
    }

    /** Begins to start a cluster that most likely fits some programs. */
    public static ClusterStart forPrograms(Collection<PipelineProgram> programs) {
        return new ClusterStart(
                programs.stream().mapToInt(ClusterStart::parallelism).sum());
    }

    /** Begins to start a cluster for one query, which runs at parallelism one. */
    public static ClusterStart forQuery() {
        return new ClusterStart(1);
    }

    /** The cluster, with at least so many slots. */
    EmbeddedCluster cluster(int needed) {
        if (needed > slots) {
            larger = Optional.of(EmbeddedCluster.start(needed));
        }
        return larger.orElseGet(started::join);
    }

    /** Stops the cluster, also one that is still about to start. */
    @Override
    public void close() {
        larger.ifPresent(EmbeddedCluster::close);
        started.thenAccept(EmbeddedCluster::close).join();
    }

    /** One where the option is no number, which compiling reports. */
    private static int parallelism(PipelineProgram program) {
        return program.options()
                .filter(option -> option.key().equals(SettingKey.PARALLELISM.option()))
                .map(option -> option.value().value())
                .filter(value -> value.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(1);
    }
}
