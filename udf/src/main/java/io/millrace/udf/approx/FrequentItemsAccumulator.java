package io.millrace.udf.approx;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.ItemsSketch;
import org.apache.datasketches.memory.Memory;
import org.apache.flink.types.Row;

/** The frequent-items sketch of the items that an aggregate has seen: at most 3,072 of them with a counter each. */
public final class FrequentItemsAccumulator {

    /** The size of the sketch's map, for an error of 3.5 / 4096 of all rows. */
    static final int MAP_SIZE = 4096;

    /** How many items can be asked for. */
    static final int MOST_K = 1000;

    private static final ItemSerializer ITEMS = new ItemSerializer();

    private static final Comparator<ItemsSketch.Row<Object>> MOST_FREQUENT_FIRST = Comparator.comparing(
                    (ItemsSketch.Row<Object> row) -> row.getEstimate(), Comparator.reverseOrder())
            .thenComparing(ItemsSketch.Row::getItem, FrequentItemsAccumulator::compare);

    private final ItemsSketch<Object> sketch;

    // 0 before the first item.
    private int k;

    FrequentItemsAccumulator() {
        this(new ItemsSketch<>(MAP_SIZE), 0);
    }

    private FrequentItemsAccumulator(ItemsSketch<Object> sketch, int k) {
        this.sketch = sketch;
        this.k = k;
    }

    void add(Object item, int k) {
        this.k = k;
        sketch.update(key(item));
    }

    void merge(FrequentItemsAccumulator other) {
        k = Math.max(k, other.k);
        sketch.merge(other.sketch);
    }

    /** The k items with the greatest estimates, greatest first; of equal ones the lesser item first. */
    Row[] top() {
        return Arrays.stream(sketch.getFrequentItems(ErrorType.NO_FALSE_NEGATIVES))
                .sorted(MOST_FREQUENT_FIRST)
                .limit(k)
                .map(row -> Row.of(value(row.getItem()), row.getEstimate(), row.getLowerBound(), row.getUpperBound()))
                .toArray(Row[]::new);
    }

    byte[] state() {
        byte[] items = sketch.toByteArray(ITEMS);
        return ByteBuffer.allocate(Integer.BYTES + items.length)
                .putInt(k)
                .put(items)
                .array();
    }

    static FrequentItemsAccumulator restored(byte[] state) {
        byte[] items = Arrays.copyOfRange(state, Integer.BYTES, state.length);
        return new FrequentItemsAccumulator(
                ItemsSketch.getInstance(Memory.wrap(items), ITEMS),
                ByteBuffer.wrap(state).getInt());
    }

    // What equals needs: bytes by their content, and one zero, as in SQL.
    private static Object key(Object item) {
        if (item instanceof byte[] bytes) {
            return new BytesItem(bytes);
        }
        if (item instanceof Double number) {
            return number + 0.0;
        }
        return item instanceof Float number ? (Object) (number + 0.0f) : item;
    }

    private static Object value(Object key) {
        return key instanceof BytesItem item ? item.bytes() : key;
    }

    // All items of a sketch are of one class.
    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
