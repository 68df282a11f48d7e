package io.millrace.connectors.maxcompute;

/** Turns one kind of Flink's internal values, never null, into what the SDK writes. */
@FunctionalInterface
interface ValueConverter {

    /** Converts a value that is not null. */
    Object convert(Object value);

    /** Converts a value, or passes null on. */
    default Object convertOrNull(Object value) {
        return value == null ? null : convert(value);
    }
}
