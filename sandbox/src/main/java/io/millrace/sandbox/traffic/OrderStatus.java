package io.millrace.sandbox.traffic;

/** What has become of an order; a cancelled one counts nowhere. */
public enum OrderStatus {
    NEW,
    PAID,
    SHIPPED,
    CANCELLED
}
