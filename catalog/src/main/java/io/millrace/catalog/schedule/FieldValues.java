package io.millrace.catalog.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The values that one field of a cron expression allows.
 *
 * @param bits a bit for each value; Sunday is 0
 * @param step of a field that was written with a star; 0 for one that was not
 */
public record FieldValues(long bits, int step) {

    static FieldValues of(CronField field, IntStream numbers) {
        return new FieldValues(bits(field, numbers), 0);
    }

    static FieldValues star(CronField field, int step) {
        return new FieldValues(
                bits(field, IntStream.rangeClosed(field.min(), field.max()).filter(n -> (n - field.min()) % step == 0)),
                step);
    }

    private static long bits(CronField field, IntStream numbers) {
        return numbers.mapToLong(number -> 1L << field.canonical(number)).reduce(0, (all, bit) -> all | bit);
    }

    FieldValues and(FieldValues other) {
        return new FieldValues(bits | other.bits, 0);
    }

    public boolean contains(int value) {
        return (bits >> value & 1) == 1;
    }

    /** Whether it begins with a star, by which cron tells jobs of the hour from jobs of a certain time. */
    public boolean isWildcard() {
        return step > 0;
    }

    /** Whether it was written as a star without a step, which leaves the day to the other field of days. */
    public boolean isUnrestricted() {
        return step == 1;
    }

    /** In ascending order. */
    public IntStream values() {
        return IntStream.range(0, Long.SIZE).filter(this::contains);
    }

    /** In the words that every scheduler knows: a star, perhaps with a step, or numbers and ranges of them. */
    @Override
    public String toString() {
        if (isWildcard()) {
            return isUnrestricted() ? "*" : "*/" + step;
        }
        List<int[]> runs = new ArrayList<>();
        values().forEach(value -> {
            if (!runs.isEmpty() && runs.get(runs.size() - 1)[1] == value - 1) {
                runs.get(runs.size() - 1)[1] = value;
            } else {
                runs.add(new int[] {value, value});
            }
        });
        return runs.stream().map(run -> text(run[0], run[1])).collect(Collectors.joining(","));
    }

    private static String text(int first, int last) {
        return switch (last - first) {
            case 0 -> Integer.toString(first);
            case 1 -> first + "," + last;
            default -> first + "-" + last;
        };
    }
}
