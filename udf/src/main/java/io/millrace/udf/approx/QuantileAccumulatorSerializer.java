package io.millrace.udf.approx;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps quantile accumulators in state. */
public final class QuantileAccumulatorSerializer extends SketchSerializer<QuantileAccumulator> {

    /** The one instance, which has no state. */
    public static final QuantileAccumulatorSerializer INSTANCE = new QuantileAccumulatorSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public QuantileAccumulator createInstance() {
        return new QuantileAccumulator();
    }

    @Override
    byte[] toBytes(QuantileAccumulator accumulator) {
        return accumulator.state();
    }

    @Override
    QuantileAccumulator fromBytes(byte[] bytes) {
        return QuantileAccumulator.restored(bytes);
    }

    @Override
    public TypeSerializerSnapshot<QuantileAccumulator> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a savepoint which serializer wrote it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<QuantileAccumulator> {

        /** The snapshot that a savepoint is read by. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
