package io.millrace.connectors.alert;

import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.connector.sink.SinkV2Provider;
import org.apache.flink.types.RowKind;

/** The sink {@code alert}: takes upserts and deletions of its primary key. */
final class AlertTableSink implements DynamicTableSink {

    private static final int ONE_SUBTASK = 1;

    private final AlertFormat format;
    private final AlertSettings settings;
    private final RowReader reader;
    private final Receiver receiver;
    // Until the planner says that there are none.
    private boolean deletions = true;

    AlertTableSink(AlertFormat format, AlertSettings settings, RowReader reader, Receiver receiver) {
        this.format = format;
        this.settings = settings;
        this.reader = reader;
        this.receiver = receiver;
    }

    @Override
    public ChangelogMode getChangelogMode(ChangelogMode requested) {
        deletions = requested.contains(RowKind.DELETE);
        return ChangelogMode.upsert();
    }

    @Override
    public SinkRuntimeProvider getSinkRuntimeProvider(Context context) {
        AlertSettings decided = new AlertSettings(
                settings.period(),
                settings.recoveries() || deletions,
                settings.tellRecoveries(),
                settings.postsPerMinute(),
                settings.authorization(),
                settings.timeout(),
                settings.maxAttempts(),
                settings.backoff());
        return SinkV2Provider.of(new AlertSink(decided, reader, receiver), ONE_SUBTASK);
    }

    @Override
    public DynamicTableSink copy() {
        AlertTableSink copy = new AlertTableSink(format, settings, reader, receiver);
        copy.deletions = deletions;
        return copy;
    }

    @Override
    public String asSummaryString() {
        return "alert (" + format + ")";
    }
}
