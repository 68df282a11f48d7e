package io.millrace.connectors.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One change of the sink's input.
 *
 * @param key the primary key as JSON
 * @param row the row by column names; null for a deletion
 * @param recovery whether it ends the alert
 * @param time when it happened, in ms
 */
record RowChange(String key, ObjectNode row, boolean recovery, long time) {}
