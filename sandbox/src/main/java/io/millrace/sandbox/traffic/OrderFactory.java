package io.millrace.sandbox.traffic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Makes the values of new and changed orders: few products and few customers account for most of them. */
final class OrderFactory {

    /** Customers that exist from the first run on; the first of them order most. */
    static final int FIRST_CUSTOMERS = 200;

    private static final int NEWEST_CUSTOMERS = 50;
    private static final int MOST_UNITS = 5;
    private static final ZipfDistribution CUSTOMERS = new ZipfDistribution(FIRST_CUSTOMERS, 1.2);
    private static final ZipfDistribution PRODUCTS = new ZipfDistribution(Product.ASSORTMENT.size(), 1.0);

    private final IdSequence orderIds;
    private final IdSequence customerIds;

    /** Takes order ids from {@code orderIds}; {@code customerIds} says which customers exist. */
    OrderFactory(IdSequence orderIds, IdSequence customerIds) {
        this.orderIds = orderIds;
        this.customerIds = customerIds;
    }

    /** Returns a new order at {@code time}. */
    Order create(Instant time, RandomGenerator random) {
        Product product = Product.ASSORTMENT.get(PRODUCTS.draw(random));
        int quantity = random.nextInt(10) < 6 ? 1 : random.nextInt(1, MOST_UNITS + 1);
        BigDecimal price = random.nextInt(10) == 0 ? discounted(product.price()) : product.price();
        return new Order(
                orderIds.take(),
                drawCustomer(random),
                product.name(),
                product.category(),
                quantity,
                price.multiply(BigDecimal.valueOf(quantity)),
                random.nextInt(4) == 0 ? OrderStatus.PAID : OrderStatus.NEW,
                time);
    }

    /**
     * Returns a cancelled order, which counts nowhere and only moves the watermark of the partition that it falls into.
     */
    Order createMarker(Instant time) {
        return new Order(
                orderIds.take(), 1, "marker", "marker", 1, new BigDecimal("1.00"), OrderStatus.CANCELLED, time);
    }

    /** Returns {@code order} with its status moved on, or with another quantity at the same price. */
    Order change(Order order, RandomGenerator random) {
        boolean shipped = order.status() == OrderStatus.SHIPPED;
        if (!shipped && random.nextInt(10) < 6) {
            return order.withStatus(nextStatus(order.status(), random));
        }
        int quantity = 1 + (order.quantity() - 1 + random.nextInt(1, MOST_UNITS)) % MOST_UNITS;
        BigDecimal price = order.amount().divide(BigDecimal.valueOf(order.quantity()), 2, RoundingMode.HALF_UP);
        return order.withQuantity(quantity, price.multiply(BigDecimal.valueOf(quantity)));
    }

    private static OrderStatus nextStatus(OrderStatus status, RandomGenerator random) {
        return switch (status) {
            case NEW -> random.nextInt(4) == 0 ? OrderStatus.CANCELLED : OrderStatus.PAID;
            case PAID -> random.nextInt(5) == 0 ? OrderStatus.CANCELLED : OrderStatus.SHIPPED;
            case SHIPPED -> OrderStatus.CANCELLED;
            case CANCELLED -> OrderStatus.NEW;
        };
    }

    private long drawCustomer(RandomGenerator random) {
        long existing = customerIds.peek() - 1;
        if (random.nextInt(10) == 0) {
            return existing - random.nextLong(Math.min(NEWEST_CUSTOMERS, existing));
        }
        return Math.min(existing, 1 + CUSTOMERS.draw(random));
    }

    private static BigDecimal discounted(BigDecimal price) {
        return price.multiply(new BigDecimal("0.9")).setScale(2, RoundingMode.HALF_UP);
    }
}
