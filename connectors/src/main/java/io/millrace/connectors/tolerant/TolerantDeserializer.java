package io.millrace.connectors.tolerant;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;

/**
 * Parses messages as the format inside does. A message that it cannot parse is one inserted row whose columns are NULL
 * and whose metadata tell of it; a message without a value (a tombstone) is no row, as ever.
 */
final class TolerantDeserializer implements DeserializationSchema<RowData> {

    private static final long serialVersionUID = 1L;

    private final DeserializationSchema<RowData> inside;
    private final int columns;
    private final FormatMetadata[] metadata;
    private final TypeInformation<RowData> type;

    private transient List<RowData> rows;
    private transient Collector<RowData> parsed;
    private transient Counter failures;

    /**
     * Wraps one parser.
     *
     * @param columns how many it makes
     * @param metadata what stands behind them
     * @param type of both
     */
    TolerantDeserializer(
            DeserializationSchema<RowData> inside,
            int columns,
            List<FormatMetadata> metadata,
            TypeInformation<RowData> type) {
        this.inside = inside;
        this.columns = columns;
        this.metadata = metadata.toArray(FormatMetadata[]::new);
        this.type = type;
    }

    @Override
    public void open(InitializationContext context) throws Exception {
        inside.open(context);
        rows = new ArrayList<>();
        parsed = new ListCollector<>(rows);
        failures = context.getMetricGroup().counter("unparsedMessages");
    }

    @Override
    public RowData deserialize(byte[] message) throws IOException {
        throw new UnsupportedOperationException("a message may be any number of rows");
    }

    @Override
    public void deserialize(byte[] message, Collector<RowData> out) {
        // Collected first: what stands before the error must not come twice, as a row and in the message.
        rows.clear();
        try {
            inside.deserialize(message, parsed);
        } catch (IOException | RuntimeException e) {
            failures.inc();
            out.collect(unparsed(message, e));
            return;
        }
        rows.forEach(row -> out.collect(withMetadata(row)));
    }

    @Override
    public boolean isEndOfStream(RowData row) {
        return inside.isEndOfStream(row);
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return type;
    }

    private RowData unparsed(byte[] message, Exception error) {
        GenericRowData row = new GenericRowData(columns + metadata.length);
        for (int i = 0; i < metadata.length; i++) {
            row.setField(columns + i, metadata[i].value(message, error));
        }
        return row;
    }

    private RowData withMetadata(RowData row) {
        if (metadata.length == 0) {
            return row;
        }
        GenericRowData longer = new GenericRowData(row.getRowKind(), columns + metadata.length);
        for (int i = 0; i < columns; i++) {
            longer.setField(i, ((GenericRowData) row).getField(i));
        }
        return longer;
    }
}
