package io.millrace.launcher.state;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.sink.SinkFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;

/** Tells the run of every change; its state is the number of changes that it has ever written. */
@SuppressWarnings("deprecation") // the shortest sink that has state
final class ReplaySink implements SinkFunction<RowData>, CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private final String table;
    private final boolean upsert;
    private final RowData.FieldGetter[] columns;

    private transient ListState<Long> state;
    private transient long count;

    ReplaySink(String table, boolean upsert, RowData.FieldGetter[] columns) {
        this.table = table;
        this.upsert = upsert;
        this.columns = columns.clone();
    }

    @Override
    public void invoke(RowData row, Context context) {
        count++;
        List<String> values = new ArrayList<>();
        for (RowData.FieldGetter column : columns) {
            values.add(String.valueOf(column.getFieldOrNull(row)));
        }
        ReplayRun.current().write(table, kind(row.getRowKind()) + values);
        ReplayRun.current().count(table, this, count);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        state = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("count", Long.class));
        for (long restored : state.get()) {
            count += restored;
        }
        ReplayRun.current().count(table, this, count);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        state.update(List.of(count));
    }

    private String kind(RowKind kind) {
        if (upsert) {
            return kind.shortString();
        }
        return kind == RowKind.INSERT || kind == RowKind.UPDATE_AFTER ? "+" : "-";
    }
}
