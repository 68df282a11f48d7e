package io.millrace.connectors.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.connectors.json.JsonText;
import java.net.URI;
import java.util.List;

/**
 * Any receiver of JSON objects: the columns of the row, and whether it is an alert or its recovery.
 *
 * @param actionField the field that says {@code trigger} or {@code resolve}
 */
record JsonReceiver(URI url, String actionField) implements Receiver {

    @Override
    public int capacity(List<Notice> notices) {
        return 1;
    }

    @Override
    public String body(List<Notice> notices) {
        Notice notice = notices.get(0);
        ObjectNode body = notice.row().deepCopy();
        return JsonText.write(body.put(actionField, notice.recovery() ? "resolve" : "trigger"));
    }

    @Override
    public URI address(long now) {
        return url;
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "JsonReceiver";
    }
}
