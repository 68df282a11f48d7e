package io.millrace.udf.approx;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps theta accumulators in state. */
public final class ThetaAccumulatorSerializer extends SketchSerializer<ThetaAccumulator> {

    /** The one instance, which has no state. */
    public static final ThetaAccumulatorSerializer INSTANCE = new ThetaAccumulatorSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public ThetaAccumulator createInstance() {
        return new ThetaAccumulator();
    }

    @Override
    byte[] toBytes(ThetaAccumulator accumulator) {
        return accumulator.state();
    }

    @Override
    ThetaAccumulator fromBytes(byte[] bytes) {
        return ThetaAccumulator.restored(bytes);
    }

    @Override
    public TypeSerializerSnapshot<ThetaAccumulator> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a savepoint which serializer wrote it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ThetaAccumulator> {

        /** The snapshot that a savepoint is read by. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
