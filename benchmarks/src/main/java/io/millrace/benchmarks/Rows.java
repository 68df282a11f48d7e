package io.millrace.benchmarks;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A ring of 1,024 different values, so that no branch predictor or cache of one value helps. */
final class Rows<T> {

    private static final int SIZE = 1024;

    private final List<T> values;
    private int at;

    private Rows(List<T> values) {
        this.values = values;
    }

    static <T> Rows<T> of(IntFunction<T> value) {
        return new Rows<>(IntStream.range(0, SIZE).mapToObj(value).toList());
    }

    T next() {
        at = (at + 1) & (SIZE - 1);
        return values.get(at);
    }
}
