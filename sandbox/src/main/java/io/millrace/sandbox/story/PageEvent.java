package io.millrace.sandbox.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One event of a visitor in the shop, as the topic {@code page_events} has it.
 *
 * @param visitor null for an event that only shows how late it is
 * @param kind view, click, cart or buy
 * @param dwellSeconds how long the page was looked at; null for all but a view
 */
record PageEvent(String id, String visitor, String product, String kind, Integer dwellSeconds, Instant time) {

    /** Returns the event as JSON. */
    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("event_id", id)
                .put("visitor_id", visitor)
                .put("session_id", visitor)
                .put("page", product == null ? null : "/products/" + product)
                .put("product", product)
                .put("kind", kind)
                .put("dwell_ms", dwellSeconds == null ? null : dwellSeconds * 1000)
                .put("event_time", time.toString());
        return json.toString();
    }
}
