package io.millrace.catalog.schedule;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The five fields of a cron expression, in their order. */
public enum CronField {
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY_OF_MONTH("day of month", 1, 31, ""),
    MONTH("month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
    DAY_OF_WEEK("day of week", 0, 7, "SUN MON TUE WED THU FRI SAT");

    private final String label;
    private final int min;
    private final int max;
    private final String names;

    CronField(String label, int min, int max, String names) {
        this.label = label;
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /** In words, for messages. */
    public String label() {
        return label;
    }

    /** The smallest number that may be written. */
    public int min() {
        return min;
    }

    /** The largest number that may be written; 7 is Sunday, as 0 is. */
    public int max() {
        return max;
    }

    /** What may stand in the field, in words. */
    String allowed() {
        String numbers = "from " + min + " to " + max;
        return names.isEmpty()
                ? numbers
                : numbers + " (or " + names.substring(0, 3) + " to " + names.substring(names.length() - 3) + ")";
    }

    /** The number that a number or a name stands for; empty where it is out of range or none. */
    OptionalInt number(String text) {
        int name = List.of(names.split(" ")).indexOf(text.toUpperCase(Locale.ROOT));
        if (name >= 0) {
            return OptionalInt.of(name + min);
        }
        return text.matches("\\d{1,2}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    /** As a value is kept: Sunday has one number. */
    int canonical(int number) {
        return this == DAY_OF_WEEK ? number % 7 : number;
    }
}
