package io.millrace.sandbox.traffic;

/** Ascending row ids, in the order of sending. */
public final class IdSequence {
    private long next;

    /** Starts with {@code first}. */
    public IdSequence(long first) {
        next = first;
    }

    /** Takes the next id. */
    public long take() {
        return next++;
    }

    /** Returns the id that comes next, without taking it. */
    public long peek() {
        return next;
    }
}
