package io.millrace.connectors.maxcompute;

import io.millrace.connectors.maxcompute.MaxComputeSettings.Batching;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that wait to be sent, by partition; of a Delta table's key only the last change. */
final class RowBuffer {

    private final Batching limits;
    private final boolean byKey;
    private final Map<String, List<TableRow>> appended = new LinkedHashMap<>();
    private final Map<String, Map<List<String>, TableRow>> changed = new LinkedHashMap<>();
    private int rows;
    private long bytes;

    RowBuffer(Batching limits, boolean byKey) {
        this.limits = limits;
        this.byKey = byKey;
    }

    void add(TableRow row) {
        bytes += row.bytes();
        if (!byKey) {
            appended.computeIfAbsent(row.partition(), partition -> new ArrayList<>())
                    .add(row);
            rows++;
            return;
        }
        TableRow earlier = changed.computeIfAbsent(row.partition(), partition -> new LinkedHashMap<>())
                .put(row.key(), row);
        if (earlier == null) {
            rows++;
        } else {
            bytes -= earlier.bytes();
        }
    }

    /** Whether the rows should be sent. */
    boolean isFull() {
        return rows >= limits.maxRows() || bytes >= limits.maxBytes();
    }

    /** Takes all rows out, in the order in which they came. */
    Map<String, List<TableRow>> drain() {
        Map<String, List<TableRow>> batches = new LinkedHashMap<>(appended);
        changed.forEach((partition, byThisKey) -> batches.put(partition, List.copyOf(byThisKey.values())));
        appended.clear();
        changed.clear();
        rows = 0;
        bytes = 0;
        return batches;
    }
}
