package io.millrace.udf.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.dataview.MapView;

/** Values in order with the number of their occurrences, read from the state of an aggregate. */
final class Distribution {

    private record Occurrence(double value, long count) {}

    private final List<Occurrence> occurrences;
    private final long size;

    private Distribution(List<Occurrence> occurrences) {
        this.occurrences = occurrences;
        occurrences.sort(Comparator.comparingDouble(Occurrence::value));
        size = occurrences.stream().mapToLong(Occurrence::count).sum();
    }

    /** Reads and sorts all values: a cost of n log n for n distinct ones. */
    static Distribution of(MapView<Double, Long> counts) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (Map.Entry<Double, Long> entry : StateView.entries(counts)) {
            if (entry.getValue() > 0) {
                occurrences.add(new Occurrence(entry.getKey(), entry.getValue()));
            }
        }
        return new Distribution(occurrences);
    }

    /** Adds to the number of occurrences of a value and returns what it is then; both zeros are one value. */
    static long add(MapView<Double, Long> counts, double value, long occurrences) throws Exception {
        double key = value + 0.0;
        Long before = counts.get(key);
        long after = (before == null ? 0 : before) + occurrences;
        if (after == 0) {
            counts.remove(key);
        } else {
            counts.put(key, after);
        }
        return after;
    }

    /** Adds all values of another state. */
    static void addAll(MapView<Double, Long> counts, MapView<Double, Long> other) throws Exception {
        for (Map.Entry<Double, Long> entry : StateView.entries(other)) {
            add(counts, entry.getKey(), entry.getValue());
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The quantile by linear interpolation, type 7 of Hyndman and Fan; the distribution must not be empty. */
    double quantile(double fraction) {
        double position = (size - 1) * fraction;
        long below = (long) position;
        double weight = position - below;
        double lower = at(below);
        double upper = at(Math.min(below + 1, size - 1));
        return lower == upper ? lower : lower * (1 - weight) + upper * weight;
    }

    /** How far each value is from a centre. */
    Distribution deviationsFrom(double centre) {
        List<Occurrence> deviations = new ArrayList<>(occurrences.size());
        for (Occurrence occurrence : occurrences) {
            deviations.add(new Occurrence(Math.abs(occurrence.value() - centre), occurrence.count()));
        }
        return new Distribution(deviations);
    }

    double mean() {
        double mean = 0;
        for (Occurrence occurrence : occurrences) {
            mean += occurrence.value() * ((double) occurrence.count() / size);
        }
        return mean;
    }

    private double at(long rank) {
        long passed = 0;
        for (Occurrence occurrence : occurrences) {
            passed += occurrence.count();
            if (rank < passed) {
                return occurrence.value();
            }
        }
        throw new IndexOutOfBoundsException(rank);
    }
}
