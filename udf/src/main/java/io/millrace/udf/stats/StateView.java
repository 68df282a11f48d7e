package io.millrace.udf.stats;

import java.util.Map;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.util.FlinkRuntimeException;

/** Reads of keyed state in {@code getValue}, which must not declare an exception. */
final class StateView {

    private StateView() {}

    /** All entries of a view. */
    static <K, V> Iterable<Map.Entry<K, V>> entries(MapView<K, V> view) {
        try {
            return view.entries();
        } catch (Exception e) {
            throw new FlinkRuntimeException("The state of an aggregate cannot be read.", e);
        }
    }

    /** The value of a key, or null. */
    static <K, V> V get(MapView<K, V> view, K key) {
        try {
            return view.get(key);
        } catch (Exception e) {
            throw new FlinkRuntimeException("The state of an aggregate cannot be read.", e);
        }
    }
}
