package io.millrace.connectors.tolerant;

/** The format {@code tolerant-json}: Flink's {@code json}, and a row for each message that is none or does not fit. */
public final class TolerantJsonFormatFactory extends TolerantFormatFactory {

    /** Called by Flink. */
    public TolerantJsonFormatFactory() {
        super("json");
    }
}
