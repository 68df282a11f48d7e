package io.millrace.sandbox.traffic;

import java.math.BigDecimal;
import java.time.Instant;

/** One row of {@code shop.orders}; the amount has two decimals, the time is event time in whole milliseconds. */
public record Order(
        long id,
        long customerId,
        String product,
        String category,
        int quantity,
        BigDecimal amount,
        OrderStatus status,
        Instant time) {

    /** Returns the window that the order falls into. */
    public MinuteWindow window() {
        return MinuteWindow.of(time);
    }

    /** Tells whether the order counts in the reports. */
    public boolean counts() {
        return status != OrderStatus.CANCELLED;
    }

    /** Returns the same order with another status. */
    public Order withStatus(OrderStatus changed) {
        return new Order(id, customerId, product, category, quantity, amount, changed, time);
    }

    /** Returns the same order with another quantity and amount. */
    public Order withQuantity(int changedQuantity, BigDecimal changedAmount) {
        return new Order(id, customerId, product, category, changedQuantity, changedAmount, status, time);
    }
}
