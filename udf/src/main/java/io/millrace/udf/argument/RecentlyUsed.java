package io.millrace.udf.argument;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps what was last made from a key, up to a bounded number of keys; the one not used for longest goes first.
 *
 * <p>For one thread. A key that repeats from row to row costs one comparison.
 */
public final class RecentlyUsed<K, V> {

    private static final float LOAD_FACTOR = 0.75f;

    private final Map<K, V> values;
    private final Function<K, V> maker;
    private K lastKey;
    private V lastValue;

    /**
     * An empty cache.
     *
     * @param capacity how many values it keeps
     * @param maker makes the value of a key; what it throws is passed on, and not kept
     */
    public RecentlyUsed(int capacity, Function<K, V> maker) {
        this.maker = maker;
        values = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The value of a key, made now or earlier. */
    public V of(K key) {
        if (!key.equals(lastKey)) {
            lastValue = values.computeIfAbsent(key, maker);
            lastKey = key;
        }
        return lastValue;
    }

    /** How many values are kept. */
    public int size() {
        return values.size();
    }
}
