package io.millrace.udf.approx;

import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.SetOperation;
import org.apache.datasketches.theta.Union;

/**
 * The theta sketch of the values that an aggregate has seen: up to 2^lg_k * 16 bytes, and a few while there are few.
 *
 * <p>It becomes unknown, which is NULL in SQL, by a damaged sketch.
 */
public final class ThetaAccumulator implements DistinctSketch {

    // A union takes values as well as sketches, and what it keeps depends on the set of values alone. None before
    // the first value tells lg_k.
    private Union union;
    private boolean unknown;

    void add(Object value, int lgK) {
        if (value != null) {
            open(lgK);
            DistinctValues.add(value, this);
        }
    }

    void addSketch(byte[] bytes, int lgK) {
        if (bytes == null || unknown) {
            return;
        }
        CompactSketch sketch = ThetaBytes.read(bytes);
        if (sketch == null) {
            unknown = true;
            return;
        }
        open(lgK);
        union.union(sketch);
    }

    void merge(ThetaAccumulator other) {
        unknown |= other.unknown;
        if (unknown || other.union == null) {
            return;
        }
        if (union == null) {
            union = restoredUnion(other.union.toByteArray());
        } else {
            union.union(other.union.getResult());
        }
    }

    private void open(int lgK) {
        if (union == null) {
            union = SetOperation.builder().setLogNominalEntries(lgK).buildUnion();
        }
    }

    /** The sketch in the library's compact, ordered form. */
    byte[] sketch() {
        if (unknown) {
            return null;
        }
        open(ThetaBytes.DEFAULT_LG_K);
        return union.getResult().toByteArray();
    }

    /** No byte if nothing is known, one byte before the first value, else the union. */
    byte[] state() {
        if (unknown) {
            return new byte[0];
        }
        return union == null ? new byte[1] : union.toByteArray();
    }

    static ThetaAccumulator restored(byte[] state) {
        ThetaAccumulator accumulator = new ThetaAccumulator();
        accumulator.unknown = state.length == 0;
        if (state.length > 1) {
            accumulator.union = restoredUnion(state);
        }
        return accumulator;
    }

    private static Union restoredUnion(byte[] state) {
        return (Union) SetOperation.heapify(Memory.wrap(state));
    }

    @Override
    public void update(long value) {
        union.update(value);
    }

    @Override
    public void update(double value) {
        union.update(value);
    }

    @Override
    public void update(byte[] value) {
        union.update(value);
    }

    @Override
    public void update(long[] value) {
        union.update(value);
    }
}
