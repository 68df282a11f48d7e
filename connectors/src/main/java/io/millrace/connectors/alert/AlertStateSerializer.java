package io.millrace.connectors.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.connectors.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes the state as JSON, which outlives changes of these classes. */
final class AlertStateSerializer implements SimpleVersionedSerializer<AlertState> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(AlertState state) {
        ObjectNode root = JsonText.NODES.objectNode();
        ObjectNode incidents = root.putObject("incidents");
        state.incidents().forEach((key, incident) -> incidents
                .putObject(key)
                .put("firing", incident.firing())
                .put("told", incident.told())
                .put("toldAt", incident.toldAt())
                .set("row", incident.row()));
        state.waiting().forEach(notice -> root.withArray("waiting")
                .addObject()
                .put("recovery", notice.recovery())
                .put("key", notice.key())
                .set("row", notice.row()));
        state.posts().forEach(root.withArray("posts")::add);
        return JsonText.write(root).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AlertState deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException("The state of an alert sink has version " + version + "; this one reads " + VERSION);
        }
        JsonNode root = JsonText.read(new String(bytes, StandardCharsets.UTF_8));
        Map<String, Incident> incidents = new LinkedHashMap<>();
        root.path("incidents").properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            incidents.put(
                    entry.getKey(),
                    new Incident(
                            (ObjectNode) value.get("row"),
                            value.get("firing").booleanValue(),
                            value.get("told").booleanValue(),
                            value.get("toldAt").longValue()));
        });
        List<Notice> waiting = new ArrayList<>();
        root.path("waiting")
                .forEach(value -> waiting.add(new Notice(
                        value.get("recovery").booleanValue(), value.get("key").textValue(), (ObjectNode)
                                value.get("row"))));
        List<Long> posts = new ArrayList<>();
        root.path("posts").forEach(value -> posts.add(value.longValue()));
        return new AlertState(incidents, waiting, posts);
    }
}
