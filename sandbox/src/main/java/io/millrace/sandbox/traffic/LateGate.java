package io.millrace.sandbox.traffic;

import io.millrace.sandbox.state.SandboxException;
import java.util.Map;
import java.util.Optional;

/**
 * Says through which window rows are surely late, whatever the pipeline does next, a kill and a resume included.
 *
 * <p>A window's result row is seen (a sighting); then each partition's end offset is taken. Once the pipeline's
 * consumer group has committed an offset strictly greater than that in every partition, a checkpoint has completed
 * before whose barrier every source subtask read a record written after the sighting. The watermark that fired the
 * window left those subtasks before the sighting, so every window subtask took it before the barrier: all of them,
 * restored from this checkpoint or a later one, drop rows for that window and for the ones before it. An offset that is
 * merely equal proves nothing, for the barrier may have come before the watermark.
 */
public final class LateGate {
    private MinuteWindow fired;
    private Sighting pending;

    /**
     * Looks at the pipeline once; call it about twice a second.
     *
     * @throws SandboxException when a server does not answer; the gate stays as it is
     */
    public void observe(PipelineView view) {
        if (pending != null && pending.isCoveredBy(view.committedOffsets())) {
            fired = pending.window();
            pending = null;
        }
        if (pending == null) {
            Optional<MinuteWindow> latest = view.latestResult();
            if (latest.isPresent() && (fired == null || latest.get().compareTo(fired) > 0)) {
                // The end offsets are taken after the sighting: only then does a greater one prove anything.
                pending = new Sighting(latest.get(), view.endOffsets());
            }
        }
    }

    /** Returns the latest window for which rows are surely late; empty while the gate is closed. */
    public Optional<MinuteWindow> fired() {
        return Optional.ofNullable(fired);
    }

    /** Tells whether a result row was seen that no checkpoint covers yet. */
    public boolean awaitsCheckpoint() {
        return pending != null;
    }

    private record Sighting(MinuteWindow window, Map<Integer, Long> endOffsets) {
        boolean isCoveredBy(Map<Integer, Long> committed) {
            return !endOffsets.isEmpty()
                    && endOffsets.entrySet().stream()
                            .allMatch(end -> committed.getOrDefault(end.getKey(), -1L) > end.getValue());
        }
    }
}
