package io.millrace.udf.approx;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps HyperLogLog accumulators in state. */
public final class HllAccumulatorSerializer extends SketchSerializer<HllAccumulator> {

    /** The one instance, which has no state. */
    public static final HllAccumulatorSerializer INSTANCE = new HllAccumulatorSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public HllAccumulator createInstance() {
        return new HllAccumulator();
    }

    @Override
    byte[] toBytes(HllAccumulator accumulator) {
        return accumulator.state();
    }

    @Override
    HllAccumulator fromBytes(byte[] bytes) {
        return HllAccumulator.restored(bytes);
    }

    @Override
    public TypeSerializerSnapshot<HllAccumulator> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a savepoint which serializer wrote it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<HllAccumulator> {

        /** The snapshot that a savepoint is read by. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
