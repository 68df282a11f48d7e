package io.millrace.launcher.state;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.connector.sink.SinkFunctionProvider;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.SourceFunctionProvider;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.types.RowKind;

/** The tables of the tests: a source that gives the rows of a topic in order, a sink that tells the test. */
public final class ReplayConnector implements DynamicTableSourceFactory, DynamicTableSinkFactory {

    private static final ConfigOption<String> TOPIC =
            ConfigOptions.key("topic").stringType().noDefaultValue();
    private static final ConfigOption<Boolean> UPSERT =
            ConfigOptions.key("upsert").booleanType().defaultValue(false);

    @Override
    public String factoryIdentifier() {
        return "replay";
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(TOPIC);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of(UPSERT);
    }

    @Override
    public DynamicTableSource createDynamicTableSource(DynamicTableFactory.Context context) {
        DataType row = context.getPhysicalRowDataType();
        return new Source(
                FactoryUtil.createTableFactoryHelper(this, context).getOptions().get(TOPIC),
                DataType.getFieldNames(row),
                types(row));
    }

    @Override
    public DynamicTableSink createDynamicTableSink(DynamicTableFactory.Context context) {
        return new Sink(
                context.getObjectIdentifier().getObjectName(),
                FactoryUtil.createTableFactoryHelper(this, context).getOptions().get(UPSERT),
                types(context.getPhysicalRowDataType()));
    }

    private static List<LogicalType> types(DataType row) {
        return row.getChildren().stream().map(DataType::getLogicalType).toList();
    }

    @SuppressWarnings("deprecation") // the shortest source that has state
    private record Source(String topic, List<String> columns, List<LogicalType> types) implements ScanTableSource {

        @Override
        public ChangelogMode getChangelogMode() {
            return topic.endsWith("changes") ? ChangelogMode.upsert() : ChangelogMode.insertOnly();
        }

        @Override
        public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
            return SourceFunctionProvider.of(new ReplaySource(topic, columns, types), false);
        }

        @Override
        public DynamicTableSource copy() {
            return this;
        }

        @Override
        public String asSummaryString() {
            return "replay";
        }
    }

    @SuppressWarnings("deprecation") // the shortest sink that has state
    private record Sink(String table, boolean upsert, List<LogicalType> types) implements DynamicTableSink {

        @Override
        public ChangelogMode getChangelogMode(ChangelogMode requested) {
            if (!upsert) {
                return requested;
            }
            ChangelogMode.Builder mode = ChangelogMode.newBuilder();
            Arrays.stream(RowKind.values())
                    .filter(kind -> kind != RowKind.UPDATE_BEFORE)
                    .forEach(mode::addContainedKind);
            return mode.build();
        }

        @Override
        public SinkRuntimeProvider getSinkRuntimeProvider(DynamicTableSink.Context context) {
            RowData.FieldGetter[] columns = new RowData.FieldGetter[types.size()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = RowData.createFieldGetter(types.get(i), i);
            }
            return SinkFunctionProvider.of(new ReplaySink(table, upsert, columns));
        }

        @Override
        public DynamicTableSink copy() {
            return this;
        }

        @Override
        public String asSummaryString() {
            return "replay";
        }
    }
}
