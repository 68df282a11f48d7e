package io.millrace.connectors.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing to tell.
 *
 * @param recovery whether the alert is over
 * @param key the primary key as JSON
 * @param row the row by column names
 */
record Notice(boolean recovery, String key, ObjectNode row) {}
