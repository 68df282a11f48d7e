package io.millrace.launcher.session;

import java.util.Iterator;
import java.util.function.Function;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.gateway.api.results.FetchOrientation;
import org.apache.flink.table.gateway.api.results.ResultSet;
import org.apache.flink.table.gateway.api.results.ResultSet.ResultType;
import org.apache.flink.table.gateway.service.result.ResultFetcher;
import org.apache.flink.util.CloseableIterator;

/** The rows of a statement, fetched as they are asked for; closing it ends the statement's query. */
final class FetchedRows implements CloseableIterator<RowData> {

    private final ResultFetcher fetcher;
    private final int most;
    private final Function<RuntimeException, RuntimeException> explanation;
    private ResultSet set;
    private Iterator<RowData> rows;

    /**
     * @param first what was fetched already
     * @param most how many rows to fetch at once
     * @param explanation says what a failed query means
     */
    FetchedRows(
            ResultFetcher fetcher,
            ResultSet first,
            int most,
            Function<RuntimeException, RuntimeException> explanation) {
        this.explanation = explanation;
        this.fetcher = fetcher;
        this.most = most;
        this.set = first;
        this.rows = first.getData().iterator();
    }

    /** Waits for the next row. */
    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && set.getResultType() != ResultType.EOS) {
            set = fetch();
            rows = set.getData().iterator();
        }
        return rows.hasNext();
    }

    private ResultSet fetch() {
        try {
            return fetcher.fetchResults(FetchOrientation.FETCH_NEXT, most);
        } catch (RuntimeException e) {
            throw explanation.apply(e);
        }
    }

    @Override
    public RowData next() {
        return rows.next();
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
