package io.millrace.udf.approx;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps frequent-items accumulators in state. */
public final class FrequentItemsAccumulatorSerializer extends SketchSerializer<FrequentItemsAccumulator> {

    /** The one instance, which has no state. */
    public static final FrequentItemsAccumulatorSerializer INSTANCE = new FrequentItemsAccumulatorSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public FrequentItemsAccumulator createInstance() {
        return new FrequentItemsAccumulator();
    }

    @Override
    byte[] toBytes(FrequentItemsAccumulator accumulator) {
        return accumulator.state();
    }

    @Override
    FrequentItemsAccumulator fromBytes(byte[] bytes) {
        return FrequentItemsAccumulator.restored(bytes);
    }

    @Override
    public TypeSerializerSnapshot<FrequentItemsAccumulator> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a savepoint which serializer wrote it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<FrequentItemsAccumulator> {

        /** The snapshot that a savepoint is read by. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
