package io.millrace.launcher.state;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.JobGraph;

/** Which operators have state in a savepoint or checkpoint, read from its metadata without running anything. */
public final class SavedOperators {

    private static final String METADATA = "_metadata";

    private final Map<String, Long> bytes;

    private SavedOperators(Map<String, Long> bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a savepoint or checkpoint.
     *
     * @param folder holds the metadata
     * @return empty where it cannot be read from here
     */
    public static Optional<SavedOperators> read(String folder) {
        Path metadata = new Path(folder, METADATA);
        try (DataInputStream in = new DataInputStream(metadata.getFileSystem().open(metadata))) {
            CheckpointMetadata saved =
                    Checkpoints.loadCheckpointMetadata(in, SavedOperators.class.getClassLoader(), folder);
            return Optional.of(new SavedOperators(saved.getOperatorStates().stream()
                    .filter(operator -> operator.getStates().stream().anyMatch(OperatorSubtaskState::hasState))
                    .collect(Collectors.toMap(
                            operator -> operator.getOperatorID().toHexString(),
                            operator -> operator.getStateSize(),
                            Long::sum,
                            TreeMap::new))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Bytes of state by the id of the operator, as Flink writes it. */
    public Map<String, Long> bytes() {
        return Map.copyOf(bytes);
    }

    /**
     * The plan, whose verdict is unknown where a job that is to carry everything would leave state behind.
     *
     * @param job made of the plan
     */
    public StatePlan check(StatePlan plan, JobGraph job) {
        Set<String> taken = StreamSupport.stream(job.getVertices().spliterator(), false)
                .flatMap(vertex -> vertex.getOperatorIDs().stream())
                .map(pair -> pair.getUserDefinedOperatorID().orElse(pair.getGeneratedOperatorID()))
                .map(Object::toString)
                .collect(Collectors.toSet());
        List<String> left =
                bytes.keySet().stream().filter(id -> !taken.contains(id)).toList();
        if (plan.verdict() != StateVerdict.COMPATIBLE || left.isEmpty()) {
            return plan;
        }
        List<OperatorState> operators = new ArrayList<>(plan.operators());
        left.forEach(id -> operators.add(new OperatorState(
                Fate.UNKNOWN,
                OptionalInt.empty(),
                OptionalInt.empty(),
                "operator " + id,
                "It has " + bytes.get(id) + " bytes in the newest checkpoint, and no operator of the plan takes them.",
                List.of(),
                List.of())));
        return new StatePlan(StateVerdict.UNKNOWN, operators, plan.json(), plan.highestId());
    }
}
