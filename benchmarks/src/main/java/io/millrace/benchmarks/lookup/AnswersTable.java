package io.millrace.benchmarks.lookup;

import java.util.Arrays;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.lookup.AsyncLookupFunctionProvider;
import org.apache.flink.table.connector.source.lookup.LookupFunctionProvider;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;

/** Looked up by any columns of the first level; the others of an answer depend on those alone. */
record AnswersTable(DataType row, boolean async) implements LookupTableSource {

    @Override
    public LookupRuntimeProvider getLookupRuntimeProvider(LookupContext context) {
        int[] keys = Arrays.stream(context.getKeys()).mapToInt(path -> path[0]).toArray();
        LogicalType[] types = row.getLogicalType().getChildren().toArray(LogicalType[]::new);
        Answer answer = new Answer(types, keys);
        return async
                ? AsyncLookupFunctionProvider.of(new AnswerAtOnce(answer))
                : LookupFunctionProvider.of(new AnswerLookup(answer));
    }

    @Override
    public DynamicTableSource copy() {
        return this;
    }

    @Override
    public String asSummaryString() {
        return "answers";
    }
}
