package io.millrace.benchmarks.lookup;

import java.util.Collection;
import java.util.List;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.LookupFunction;

/** Answers in the thread that asks. */
public final class AnswerLookup extends LookupFunction {

    private static final long serialVersionUID = 1L;

    private final Answer answer;

    AnswerLookup(Answer answer) {
        this.answer = answer;
    }

    @Override
    public Collection<RowData> lookup(RowData asked) {
        return List.of(answer.of(asked));
    }
}
