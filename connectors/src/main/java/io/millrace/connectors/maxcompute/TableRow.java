package io.millrace.connectors.maxcompute;

import java.util.List;

/**
 * A row as the SDK takes it.
 *
 * @param partition as {@code name=value,...}; empty for tables without partitions
 * @param values by the position of the remote table's column; null where the Flink table has none
 * @param key what identifies the row in its partition; empty for append tables
 * @param delete whether the key is deleted
 * @param bytes estimated
 */
// Never compared with another, so that the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
record TableRow(String partition, Object[] values, List<String> key, boolean delete, long bytes) {}
