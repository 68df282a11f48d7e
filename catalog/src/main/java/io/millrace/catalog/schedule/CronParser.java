package io.millrace.catalog.schedule;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.time.Month;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads a cron expression and reports every field of it that is wrong. */
final class CronParser {

    private static final Pattern WORD = Pattern.compile("[^ \t]+");

    /** What the short words of some crons stand for. */
    private static final Map<String, String> SHORT_WORDS = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    private final String text;
    private final IntFunction<SourceLocation> place;
    private final DiagnosticCollector problems;
    private final Map<CronField, MatchResult> words = new EnumMap<>(CronField.class);

    CronParser(String text, IntFunction<SourceLocation> place, DiagnosticCollector problems) {
        this.text = text;
        this.place = place;
        this.problems = problems;
    }

    Optional<CronExpression> parse() {
        List<MatchResult> found = WORD.matcher(text).results().toList();
        if (found.size() != CronField.values().length) {
            wrongCount(found);
            return Optional.empty();
        }
        Iterator<MatchResult> next = found.iterator();
        for (CronField field : CronField.values()) {
            words.put(field, next.next());
        }
        Map<CronField, FieldValues> fields = new EnumMap<>(CronField.class);
        words.forEach((field, word) -> new FieldParser(field, place, problems)
                .parse(word.group(), word.start())
                .ifPresent(values -> fields.put(field, values)));
        if (fields.size() < words.size()) {
            return Optional.empty();
        }
        CronExpression expression = new CronExpression(text, fields);
        return daysAreClear(expression) && comes(expression) ? Optional.of(expression) : Optional.empty();
    }

    private void wrongCount(List<MatchResult> found) {
        String first = found.isEmpty() ? "" : found.get(0).group();
        if (first.startsWith("@")) {
            String meant = SHORT_WORDS.get(first);
            problems.error(
                    DiagnosticCode.BAD_SCHEDULE,
                    place.apply(0),
                    "'" + first + "' is not read by every scheduler",
                    meant == null ? "write five fields: " + CronExpression.FORM : "write " + meant);
            return;
        }
        int fields = CronField.values().length;
        problems.error(
                DiagnosticCode.BAD_SCHEDULE,
                place.apply(found.size() > fields ? found.get(fields).start() : 0),
                "a schedule has five fields, not " + found.size(),
                CronExpression.FORM);
    }

    /** A star with a step beside the other field of days: cron wants both to fit, Kubernetes one of them. */
    private boolean daysAreClear(CronExpression expression) {
        for (CronField field : List.of(CronField.DAY_OF_MONTH, CronField.DAY_OF_WEEK)) {
            CronField other = field == CronField.DAY_OF_MONTH ? CronField.DAY_OF_WEEK : CronField.DAY_OF_MONTH;
            FieldValues days = expression.field(field);
            if (days.isWildcard()
                    && !days.isUnrestricted()
                    && !expression.field(other).isUnrestricted()) {
                MatchResult word = words.get(field);
                FieldValues written = new FieldValues(days.bits(), 0);
                problems.error(
                        DiagnosticCode.BAD_SCHEDULE,
                        place.apply(word.start()),
                        "schedulers do not agree on the " + field.label() + " '" + word.group() + "' beside a "
                                + other.label(),
                        "write " + written + " to run on each day that fits one of the two");
                return false;
            }
        }
        return true;
    }

    /** Whether there is such a day in some year. */
    private boolean comes(CronExpression expression) {
        FieldValues months = expression.field(CronField.MONTH);
        int first =
                expression.field(CronField.DAY_OF_MONTH).values().findFirst().orElseThrow();
        boolean comes = !expression.field(CronField.DAY_OF_WEEK).isUnrestricted()
                || months.values().anyMatch(month -> first <= Month.of(month).maxLength());
        if (!comes) {
            MatchResult word = words.get(CronField.DAY_OF_MONTH);
            int longest = months.values()
                    .map(month -> Month.of(month).maxLength())
                    .max()
                    .orElseThrow();
            problems.error(
                    DiagnosticCode.BAD_SCHEDULE,
                    place.apply(word.start()),
                    "the day of month '" + word.group() + "' never comes in the month '"
                            + words.get(CronField.MONTH).group() + "'",
                    "a day from 1 to " + longest);
        }
        return comes;
    }
}
