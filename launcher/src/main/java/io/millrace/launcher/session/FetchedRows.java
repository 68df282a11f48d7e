package io.millrace.launcher.session;

import java.util.Iterator;
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
    private ResultSet set;
    private Iterator<RowData> rows;

    /**
     * @param first what was fetched already
     * @param most how many rows to fetch at once
     */
    FetchedRows(ResultFetcher fetcher, ResultSet first, int most) {
        this.fetcher = fetcher;
        this.most = most;
        this.set = first;
        this.rows = first.getData().iterator();
    }

    /** Waits for the next row. */
    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && set.getResultType() != ResultType.EOS) {
            set = fetcher.fetchResults(FetchOrientation.FETCH_NEXT, most);
            rows = set.getData().iterator();
        }
        return rows.hasNext();
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
