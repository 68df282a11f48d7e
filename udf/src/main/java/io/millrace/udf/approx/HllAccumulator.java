package io.millrace.udf.approx;

import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;

/**
 * The HyperLogLog sketch of the values that an aggregate has seen: up to 2^lg_k bytes, and a few while there are few.
 *
 * <p>It becomes unknown, which is NULL in SQL, by a damaged sketch.
 */
public final class HllAccumulator implements DistinctSketch {

    // The library's union, because it takes values as well as sketches. None before the first value tells lg_k.
    private Union union;
    private boolean unknown;

    void add(Object value, int lgK) {
        if (value == null) {
            return;
        }
        if (union == null) {
            union = new Union(lgK);
        }
        DistinctValues.add(value, this);
    }

    void addSketch(byte[] bytes) {
        if (bytes == null || unknown) {
            return;
        }
        HllSketch sketch = HllBytes.read(bytes);
        try {
            if (sketch == null) {
                unknown = true;
            } else {
                merge(sketch);
            }
        } catch (RuntimeException e) {
            // Damage that only shows when the sketch is gone through slot by slot.
            unknown = true;
        }
    }

    void merge(HllAccumulator other) {
        unknown |= other.unknown;
        if (other.union != null && !unknown) {
            merge(other.union.getResult(TgtHllType.HLL_8));
        }
    }

    private void merge(HllSketch sketch) {
        if (sketch.isEmpty()) {
            return;
        }
        // The coarsest sketch decides, whatever the order: a union's own lg_k would stay while it holds few values.
        if (union == null) {
            union = new Union(sketch.getLgConfigK());
        } else if (sketch.getLgConfigK() < union.getLgConfigK()) {
            Union coarser = new Union(sketch.getLgConfigK());
            coarser.update(union.getResult(TgtHllType.HLL_8));
            union = coarser;
        }
        union.update(sketch);
    }

    /** The number of different values, by the estimator that depends on the set of values alone. */
    Long estimate() {
        if (unknown) {
            return null;
        }
        return union == null ? 0 : Math.round(union.getCompositeEstimate());
    }

    /** The sketch in the library's compact form, with 8 bits a slot. */
    byte[] sketch() {
        if (unknown) {
            return null;
        }
        return union == null
                ? new HllSketch(HllBytes.DEFAULT_LG_K, TgtHllType.HLL_8).toCompactByteArray()
                : union.toCompactByteArray();
    }

    /** No byte if nothing is known, one byte before the first value, else the sketch. */
    byte[] state() {
        if (unknown) {
            return new byte[0];
        }
        return union == null ? new byte[1] : union.toCompactByteArray();
    }

    static HllAccumulator restored(byte[] state) {
        HllAccumulator accumulator = new HllAccumulator();
        accumulator.unknown = state.length == 0;
        if (state.length > 1) {
            accumulator.union = Union.heapify(state);
        }
        return accumulator;
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
