package io.millrace.sandbox.traffic;

import io.millrace.sandbox.state.SandboxException;
import java.util.Map;
import java.util.Optional;

/** What can be seen of orders-per-minute from outside. */
public interface PipelineView {

    /**
     * Returns the latest window that has a result row; empty when there is none.
     *
     * @throws SandboxException when the database does not answer
     */
    Optional<MinuteWindow> latestResult();

    /**
     * Returns, for each partition of the order topic, the offset that its next record gets.
     *
     * @throws SandboxException when Kafka does not answer or has no such topic
     */
    Map<Integer, Long> endOffsets();

    /**
     * Returns the offsets that the pipeline's consumer group has committed; a partition without one is absent.
     *
     * @throws SandboxException when Kafka does not answer
     */
    Map<Integer, Long> committedOffsets();
}
