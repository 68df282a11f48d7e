package io.millrace.sandbox.verify;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** How a topic's messages say what became of an order; the only place that knows. */
enum OrderMessageFormat {

    /** Upsert: the key holds order_id; the value is the row, or nothing when the order was deleted. */
    UPSERT {
        @Override
        Optional<OrderMessage> decode(byte[] key, byte[] value) throws IOException {
            return Optional.of(
                    value == null ? OrderMessage.deletion(JSON.readTree(key)) : OrderMessage.row(read(value)));
        }
    },

    /**
     * Changes: Debezium JSON ({@code before}, {@code after}, {@code op}), or a plain row; either may hold
     * {@code change_kind}. The row before an update says nothing about what became of the order.
     */
    CHANGES {
        @Override
        Optional<OrderMessage> decode(byte[] key, byte[] value) throws IOException {
            if (value == null) {
                return Optional.empty();
            }
            JsonNode message = read(value);
            boolean envelope = message.has("op");
            boolean removal = message.path("op").asText().equals("d");
            JsonNode row = envelope ? message.path(removal ? "before" : "after") : message;
            String kind = row.path("change_kind").asText();
            if (BEFORE_UPDATE.contains(kind)) {
                return Optional.empty();
            }
            return Optional.of(removal || DELETION.contains(kind) ? OrderMessage.deletion(row) : OrderMessage.row(row));
        }
    };

    private static final Set<String> BEFORE_UPDATE = Set.of("-U", "UPDATE_BEFORE");
    private static final Set<String> DELETION = Set.of("-D", "DELETE");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * Decodes a message; empty when it says nothing about what became of an order.
     *
     * @param key null when the message has none
     * @param value null for a tombstone
     * @throws IOException when it is not in this format
     */
    abstract Optional<OrderMessage> decode(byte[] key, byte[] value) throws IOException;

    private static JsonNode read(byte[] value) throws IOException {
        return JSON.readTree(value);
    }
}
