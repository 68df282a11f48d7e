package io.millrace.connectors.alert;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.table.data.RowData;

/** Posts alerts, at least once; runs in one subtask, which sees every key and every post. */
final class AlertSink implements Sink<RowData>, SupportsWriterState<RowData, AlertState> {

    private final AlertSettings settings;
    private final RowReader reader;
    private final Receiver receiver;

    AlertSink(AlertSettings settings, RowReader reader, Receiver receiver) {
        this.settings = settings;
        this.reader = reader;
        this.receiver = receiver;
    }

    @Override
    @Deprecated
    public SinkWriter<RowData> createWriter(InitContext context) {
        throw new UnsupportedOperationException("Flink calls the method that replaced this one");
    }

    @Override
    public SinkWriter<RowData> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<RowData, AlertState> restoreWriter(
            WriterInitContext context, Collection<AlertState> restored) {
        return new AlertWriter(settings, reader, receiver, context, restored);
    }

    @Override
    public SimpleVersionedSerializer<AlertState> getWriterStateSerializer() {
        return new AlertStateSerializer();
    }
}
