package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.sandbox.state.SandboxException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateGateTest {
    private static final MinuteWindow FIRST = MinuteWindow.of(EventClock.START);
    private static final MinuteWindow SECOND = MinuteWindow.of(FIRST.end());

    private final FakeView view = new FakeView();
    private final LateGate gate = new LateGate();

    @Test
    void staysClosedWithoutAResult() {
        view.ends = Map.of(0, 5L, 1, 5L);
        view.committed = Map.of(0, 9L, 1, 9L);
        gate.observe(view);
        gate.observe(view);
        assertThat(gate.fired()).isEmpty();
    }

    @Test
    void staysClosedWhileOnePartitionHasCommittedNoMoreThanItsEndAtTheSighting() {
        sight(FIRST, Map.of(0, 10L, 1, 20L));
        view.committed = Map.of(0, 11L, 1, 20L);
        gate.observe(view);
        assertThat(gate.fired()).isEmpty();
        assertThat(gate.awaitsCheckpoint()).isTrue();
    }

    @Test
    void staysClosedWhileAPartitionHasNoCommittedOffset() {
        sight(FIRST, Map.of(0, 10L, 1, 0L));
        view.committed = Map.of(0, 11L);
        gate.observe(view);
        assertThat(gate.fired()).isEmpty();
    }

    @Test
    void opensWhenEveryPartitionHasCommittedMoreThanItsEndAtTheSighting() {
        sight(FIRST, Map.of(0, 10L, 1, 20L));
        view.committed = Map.of(0, 11L, 1, 21L);
        gate.observe(view);
        assertThat(gate.fired()).contains(FIRST);
    }

    @Test
    void opensOnlyAsFarAsTheSightingThatTheCheckpointCovers() {
        sight(FIRST, Map.of(0, 10L));
        view.latest = Optional.of(SECOND);
        view.ends = Map.of(0, 30L);
        view.committed = Map.of(0, 12L);
        gate.observe(view);
        assertThat(gate.fired()).contains(FIRST);

        view.committed = Map.of(0, 30L);
        gate.observe(view);
        assertThat(gate.fired()).contains(FIRST);

        view.committed = Map.of(0, 31L);
        gate.observe(view);
        assertThat(gate.fired()).contains(SECOND);
    }

    @Test
    void doesNotTakeOffsetsCommittedBeforeTheSightingForACheckpointAfterIt() {
        view.committed = Map.of(0, 11L);
        sight(FIRST, Map.of(0, 11L));
        gate.observe(view);
        assertThat(gate.fired()).isEmpty();
    }

    @Test
    void anUnreachableServerLeavesItAsItIs() {
        sight(FIRST, Map.of(0, 10L));
        view.committed = null;
        assertThatThrownBy(() -> gate.observe(view)).isInstanceOf(SandboxException.class);
        view.committed = Map.of(0, 11L);
        gate.observe(view);
        assertThat(gate.fired()).contains(FIRST);
    }

    private void sight(MinuteWindow window, Map<Integer, Long> ends) {
        view.latest = Optional.of(window);
        view.ends = ends;
        gate.observe(view);
    }

    private static final class FakeView implements PipelineView {
        private Optional<MinuteWindow> latest = Optional.empty();
        private Map<Integer, Long> ends = Map.of();
        private Map<Integer, Long> committed = Map.of();

        @Override
        public Optional<MinuteWindow> latestResult() {
            return latest;
        }

        @Override
        public Map<Integer, Long> endOffsets() {
            return ends;
        }

        @Override
        public Map<Integer, Long> committedOffsets() {
            if (committed == null) {
                throw SandboxException.unreachable("Kafka does not answer");
            }
            return committed;
        }
    }
}
