package io.millrace.sandbox.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one message says about an order.
 *
 * @param orderId the order's id, as text
 * @param cells its values in the order of {@link #COLUMNS}; empty when the order was deleted
 */
record OrderMessage(String orderId, Optional<List<String>> cells) {

    /** The columns of an order that are compared; customer and e-mail are not. */
    static final List<String> COLUMNS = List.of("product", "category", "quantity", "amount", "status", "order_time");

    static OrderMessage row(JsonNode row) {
        return new OrderMessage(
                row.path("order_id").asText(),
                Optional.of(List.of(
                        row.path("product").asText(),
                        row.path("category").asText(),
                        row.path("quantity").asText(),
                        money(row.path("amount")),
                        row.path("status").asText(),
                        CellText.time(row.path("order_time").asText()))));
    }

    static OrderMessage deletion(JsonNode key) {
        return new OrderMessage(key.path("order_id").asText(), Optional.empty());
    }

    private static String money(JsonNode amount) {
        try {
            return CellText.money(new BigDecimal(amount.asText()));
        } catch (NumberFormatException e) {
            return amount.asText();
        }
    }
}
