package io.millrace.sandbox.maxcompute;

import java.util.List;

/**
 * A row as it is kept: of values that come back equal from JSON, so that a restart changes nothing.
 *
 * @param deleted of a Delta table, that the key is gone
 */
record StoredRow(boolean deleted, List<Object> values) {}
