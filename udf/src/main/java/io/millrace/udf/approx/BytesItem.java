package io.millrace.udf.approx;

import java.util.Arrays;

/** Bytes that are equal by their content and ordered as unsigned numbers, as in SQL. */
final class BytesItem implements Comparable<BytesItem> {

    private final byte[] bytes;

    BytesItem(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public int compareTo(BytesItem other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BytesItem item && Arrays.equals(bytes, item.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
