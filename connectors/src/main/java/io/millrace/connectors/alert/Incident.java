package io.millrace.connectors.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is known of one key.
 *
 * @param row the newest row that was an alert
 * @param firing whether it is not over
 * @param told whether the alert that is firing was sent; one that came back within the period is held back
 * @param toldAt when an alert was last sent, in ms
 */
record Incident(ObjectNode row, boolean firing, boolean told, long toldAt) {}
