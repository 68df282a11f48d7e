package io.millrace.connectors.maxcompute;

import java.util.Map;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.connector.sink.SinkV2Provider;
import org.apache.flink.table.connector.sink.abilities.SupportsPartitioning;
import org.apache.flink.types.RowKind;

/** Writes rows to an append table, or changes by key to a Delta table. */
final class MaxComputeTableSink implements DynamicTableSink, SupportsPartitioning {

    private static final ChangelogMode CHANGES_BY_KEY = ChangelogMode.newBuilder()
            .addContainedKind(RowKind.INSERT)
            .addContainedKind(RowKind.UPDATE_AFTER)
            .addContainedKind(RowKind.DELETE)
            .build();

    private final String name;
    private final MaxComputeSettings settings;
    private final TableLayout layout;
    private final Integer parallelism;

    /**
     * Describes a sink.
     *
     * @param name the Flink table, for messages
     * @param parallelism null for the planner's
     */
    MaxComputeTableSink(String name, MaxComputeSettings settings, TableLayout layout, Integer parallelism) {
        this.name = name;
        this.settings = settings;
        this.layout = layout;
        this.parallelism = parallelism;
    }

    @Override
    public ChangelogMode getChangelogMode(ChangelogMode requested) {
        if (layout.isDelta()) {
            return CHANGES_BY_KEY;
        }
        if (!requested.containsOnly(RowKind.INSERT)) {
            throw new ValidationException("The table '" + name
                    + "' has no PRIMARY KEY and takes inserted rows only, but the query also updates or deletes rows:"
                    + " declare PRIMARY KEY (...) NOT ENFORCED and write to a Delta table, or make the query append"
                    + " only, for example with a window.");
        }
        return ChangelogMode.insertOnly();
    }

    @Override
    public SinkRuntimeProvider getSinkRuntimeProvider(Context context) {
        return SinkV2Provider.of(new MaxComputeSink(settings, layout), parallelism);
    }

    /** Needs no memory of the values: the planner puts them into the rows. */
    @Override
    public void applyStaticPartition(Map<String, String> partition) {}

    @Override
    public DynamicTableSink copy() {
        return new MaxComputeTableSink(name, settings, layout, parallelism);
    }

    @Override
    public String asSummaryString() {
        return "MaxCompute " + settings.address().name();
    }
}
