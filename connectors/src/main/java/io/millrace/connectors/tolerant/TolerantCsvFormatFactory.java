package io.millrace.connectors.tolerant;

/** The format {@code tolerant-csv}: Flink's {@code csv}, and a row for each line that does not fit. */
public final class TolerantCsvFormatFactory extends TolerantFormatFactory {

    /** Called by Flink. */
    public TolerantCsvFormatFactory() {
        super("csv");
    }
}
