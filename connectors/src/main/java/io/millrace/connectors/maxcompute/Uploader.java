package io.millrace.connectors.maxcompute;

import java.util.List;

/** One attempt at a time to have rows stored. */
interface Uploader {

    /**
     * Sends rows and waits until they are acknowledged. After a failure the same rows may be sent again.
     *
     * @param partition as {@code name=value,...}; empty for tables without partitions
     * @return bytes sent, after compression
     */
    long upload(String partition, List<TableRow> rows) throws Exception;

    /** The table and partition, for messages. */
    String target(String partition);
}
