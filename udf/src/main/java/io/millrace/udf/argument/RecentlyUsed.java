package io.millrace.udf.argument;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps what was last made from a text, up to a bounded number of texts; the one not used for longest goes first.
 *
 * <p>For one thread. A text that repeats from row to row costs one comparison.
 */
public final class RecentlyUsed<V> {

    private static final float LOAD_FACTOR = 0.75f;

    private final Map<String, V> values;
    private final Function<String, V> maker;
    private String lastText;
    private V lastValue;

    /**
     * An empty cache.
     *
     * @param capacity how many values it keeps
     * @param maker makes the value of a text; what it throws is passed on, and not kept
     */
    public RecentlyUsed(int capacity, Function<String, V> maker) {
        this.maker = maker;
        values = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The value of a text, made now or earlier. */
    public V of(String text) {
        if (!text.equals(lastText)) {
            lastValue = values.computeIfAbsent(text, maker);
            lastText = text;
        }
        return lastValue;
    }

    /** How many values are kept. */
    public int size() {
        return values.size();
    }
}
