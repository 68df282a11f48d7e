package io.millrace.launcher.state;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.source.SourceFunction;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.types.RowKind;

/** Gives the rows of a topic one by one, up to the run's limit; its state is its position. */
@SuppressWarnings("deprecation") // the shortest source that has state
final class ReplaySource implements SourceFunction<RowData>, CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final List<String> columns;
    private final List<LogicalType> types;

    private transient ListState<Integer> state;
    private transient int position;
    private volatile boolean running = true;

    ReplaySource(String topic, List<String> columns, List<LogicalType> types) {
        this.topic = topic;
        this.columns = columns;
        this.types = types;
    }

    @Override
    public void run(SourceContext<RowData> context) throws InterruptedException {
        List<Map<String, Object>> rows = ReplayRows.of(topic);
        int told = -1;
        while (running) {
            int limit = ReplayRun.current().limit();
            if (position < Math.min(limit, rows.size())) {
                synchronized (context.getCheckpointLock()) {
                    context.collect(row(rows.get(position)));
                    position++;
                }
            } else {
                if (told != limit) {
                    told = limit;
                    ReplayRun.current().arrivedAt(limit);
                }
                Thread.sleep(2);
            }
        }
    }

    @Override
    public void cancel() {
        running = false;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        state = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("position", Integer.class));
        for (int restored : state.get()) {
            position = restored;
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        state.update(List.of(position));
    }

    private RowData row(Map<String, Object> values) {
        GenericRowData row = new GenericRowData(
                values.containsKey("kind") ? RowKind.valueOf(values.get("kind").toString()) : RowKind.INSERT,
                columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.setField(i, ReplayRows.value(values.get(columns.get(i)), types.get(i)));
        }
        return row;
    }
}
