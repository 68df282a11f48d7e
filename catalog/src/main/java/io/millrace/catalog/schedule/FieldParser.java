package io.millrace.catalog.schedule;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads one field of a cron expression: a star, perhaps with a step, or a list of numbers, names and ranges. */
final class FieldParser {

    private static final Pattern STAR = Pattern.compile("\\*(?:/(?<step>\\d{1,2}))?");
    private static final Pattern ITEM =
            Pattern.compile("(?<first>[A-Za-z0-9]+)(?:-(?<last>[A-Za-z0-9]+))?(?:/(?<step>\\d{1,2}))?");

    private final CronField field;
    private final IntFunction<SourceLocation> place;
    private final DiagnosticCollector problems;

    FieldParser(CronField field, IntFunction<SourceLocation> place, DiagnosticCollector problems) {
        this.field = field;
        this.place = place;
        this.problems = problems;
    }

    /** The values; empty where something is wrong, and all of that is reported. */
    Optional<FieldValues> parse(String word, int offset) {
        Matcher star = STAR.matcher(word);
        if (star.matches()) {
            return step(star.group("step"), word, offset).stream()
                    .mapToObj(step -> FieldValues.star(field, step))
                    .findFirst();
        }
        Optional<FieldValues> values = Optional.of(new FieldValues(0, 0));
        int at = offset;
        for (String item : word.split(",", -1)) {
            Optional<FieldValues> read = item(item, at);
            values = values.flatMap(some -> read.map(some::and));
            at += item.length() + 1;
        }
        return values;
    }

    private Optional<FieldValues> item(String item, int offset) {
        Matcher parts = ITEM.matcher(item);
        if (!parts.matches()) {
            return item.startsWith("*")
                    ? wrong(item, offset, "a star stands alone; in a list write " + field.min() + "-" + top())
                    : unknown(item, offset);
        }
        OptionalInt first = field.number(parts.group("first"));
        OptionalInt last = parts.group("last") == null ? first : field.number(parts.group("last"));
        OptionalInt step = step(parts.group("step"), item, offset);
        if (first.isEmpty() || last.isEmpty()) {
            return unknown(item, offset);
        }
        if (step.isEmpty()) {
            return Optional.empty();
        }
        if (parts.group("last") == null && parts.group("step") != null) {
            return wrong(
                    item,
                    offset,
                    "a step needs a range, such as " + first.getAsInt() + "-" + top() + "/" + step.getAsInt());
        }
        return range(item, offset, first.getAsInt(), last.getAsInt(), step.getAsInt());
    }

    private Optional<FieldValues> range(String item, int offset, int from, int to, int step) {
        // A week may begin on Sunday and may end on it.
        boolean week = field == CronField.DAY_OF_WEEK;
        int first = week && from == 7 && to < 7 ? 0 : from;
        int last = week && to == 0 && from > 0 ? 7 : to;
        if (first > last) {
            return wrong(
                    item, offset, "a range goes upward: write " + first + "-" + top() + "," + field.min() + "-" + last);
        }
        return Optional.of(FieldValues.of(
                field, IntStream.rangeClosed(first, last).filter(number -> (number - first) % step == 0)));
    }

    private OptionalInt step(String text, String item, int offset) {
        int step = text == null ? 1 : Integer.parseInt(text);
        int most = field.max() - field.min();
        if (step < 1 || step > most) {
            report(item, offset, "a step from 1 to " + most);
            return OptionalInt.empty();
        }
        return OptionalInt.of(step);
    }

    private Optional<FieldValues> unknown(String item, int offset) {
        return wrong(item, offset, "a number " + field.allowed() + ", a range, a list of them, or a star");
    }

    private Optional<FieldValues> wrong(String item, int offset, String hint) {
        report(item, offset, hint);
        return Optional.empty();
    }

    private void report(String item, int offset, String hint) {
        problems.error(
                DiagnosticCode.BAD_SCHEDULE,
                place.apply(offset),
                "the " + field.label() + " cannot be '" + item + "'",
                hint);
    }

    /** The largest value as it is kept. */
    private int top() {
        return field == CronField.DAY_OF_WEEK ? 6 : field.max();
    }
}
