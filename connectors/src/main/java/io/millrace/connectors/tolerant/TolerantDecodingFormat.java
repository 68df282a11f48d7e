package io.millrace.connectors.tolerant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.DataTypes.Field;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.Projection;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.connector.format.ProjectableDecodingFormat;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;

/** Plans what {@link TolerantDeserializer} does: the columns are those of the format inside, with metadata behind them. */
final class TolerantDecodingFormat implements ProjectableDecodingFormat<DeserializationSchema<RowData>> {

    private final ProjectableDecodingFormat<DeserializationSchema<RowData>> inside;
    private List<FormatMetadata> metadata = List.of();

    private TolerantDecodingFormat(ProjectableDecodingFormat<DeserializationSchema<RowData>> inside) {
        this.inside = inside;
    }

    /** Wraps a format that is able to parse some of the columns alone, and inserts its rows. */
    static TolerantDecodingFormat around(DecodingFormat<DeserializationSchema<RowData>> inside) {
        if (inside instanceof ProjectableDecodingFormat<DeserializationSchema<RowData>> projectable
                && inside.getChangelogMode().equals(ChangelogMode.insertOnly())) {
            return new TolerantDecodingFormat(projectable);
        }
        throw new IllegalArgumentException("not a format whose rows are inserted: " + inside.getClass());
    }

    @Override
    public DeserializationSchema<RowData> createRuntimeDecoder(
            DynamicTableSource.Context context, DataType physicalType, int[][] projections) {
        DataType projected = Projection.of(projections).project(physicalType);
        List<Field> fields = new ArrayList<>(DataType.getFields(projected));
        int columns = fields.size();
        metadata.forEach(each -> fields.add(DataTypes.FIELD(each.key(), each.type())));
        DataType produced = DataTypes.ROW(fields).notNull();
        return new TolerantDeserializer(
                inside.createRuntimeDecoder(context, physicalType, projections),
                columns,
                metadata,
                context.createTypeInformation(produced));
    }

    @Override
    public ChangelogMode getChangelogMode() {
        return inside.getChangelogMode();
    }

    @Override
    public Map<String, DataType> listReadableMetadata() {
        return FormatMetadata.types();
    }

    @Override
    public void applyReadableMetadata(List<String> keys) {
        metadata = FormatMetadata.of(keys);
    }
}
