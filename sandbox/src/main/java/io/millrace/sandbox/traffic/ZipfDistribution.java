package io.millrace.sandbox.traffic;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ranks drawn with a probability proportional to {@code 1 / rank^exponent}, as sales and visits are. */
final class ZipfDistribution {
    private final double[] cumulative;

    ZipfDistribution(int size, double exponent) {
        cumulative = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += 1 / Math.pow(rank + 1, exponent);
            cumulative[rank] = sum;
        }
    }

    /** Draws a rank from 0, the most likely, to {@code size - 1}. */
    int draw(RandomGenerator random) {
        double point = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, point);
        return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
    }
}
