package io.millrace.sandbox.traffic;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Reads changes from several partitions, each in its own order, as unevenly as chance has it, and finds late ones. */
final class PartitionReplay {
    private final List<List<OrderChange>> partitions;
    private final int[] read;
    private final Instant[] greatest;
    private int left;

    PartitionReplay(List<OrderChange> changes, int count) {
        partitions = IntStream.range(0, count)
                .mapToObj(partition -> changes.stream()
                        .filter(change ->
                                Math.floorMod(Long.hashCode(change.order().id() * 0x9E3779B97F4A7C15L), count)
                                        == partition)
                        .toList())
                .toList();
        read = new int[count];
        greatest = new Instant[count];
        Arrays.fill(greatest, Instant.MIN);
        left = changes.size();
    }

    /** Reads everything, in bursts of up to {@code burst} records a partition, and counts the late changes. */
    long countLate(RandomGenerator random, int burst) {
        long late = 0;
        while (left > 0) {
            int partition = random.nextInt(partitions.size());
            for (int i = random.nextInt(1, burst + 1); i > 0 && hasNext(partition); i--) {
                OrderChange change = partitions.get(partition).get(read[partition]++);
                left--;
                Instant time = change.order().time();
                late += isLate(change) ? 1 : 0;
                greatest[partition] = time.isAfter(greatest[partition]) ? time : greatest[partition];
            }
        }
        return late;
    }

    private boolean hasNext(int partition) {
        return read[partition] < partitions.get(partition).size();
    }

    /** The most eager of Flink's watermarks: emitted at each record, and a window fires 1 ms before its end is reached. */
    private boolean isLate(OrderChange change) {
        Instant least = Arrays.stream(greatest).min(Instant::compareTo).orElseThrow();
        return !least.equals(Instant.MIN)
                && !least.minus(MinuteWindow.WATERMARK_DELAY)
                        .isBefore(change.order().window().end().minusMillis(1));
    }
}
