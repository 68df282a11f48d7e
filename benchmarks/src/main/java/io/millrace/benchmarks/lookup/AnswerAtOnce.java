package io.millrace.benchmarks.lookup;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.AsyncLookupFunction;

/** Answers through Flink's operator for asynchronous lookups, without a wait. */
public final class AnswerAtOnce extends AsyncLookupFunction {

    private static final long serialVersionUID = 1L;

    private final Answer answer;

    AnswerAtOnce(Answer answer) {
        this.answer = answer;
    }

    @Override
    public CompletableFuture<Collection<RowData>> asyncLookup(RowData asked) {
        return CompletableFuture.completedFuture(List.of(answer.of(asked)));
    }
}
