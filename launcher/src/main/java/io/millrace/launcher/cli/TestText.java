package io.millrace.launcher.cli;

import io.millrace.launcher.fixture.DiffText;
import io.millrace.launcher.fixture.TestFailure;
import io.millrace.launcher.fixture.TestOutcome;
import io.millrace.launcher.fixture.TestVerdict;
import io.millrace.launcher.report.SourceExcerpt;
import io.millrace.launcher.report.Style;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Verdicts for people. */
final class TestText {

    private static final int ROWS = 20;

    private final Style style;
    private final SourceExcerpt excerpt;

    TestText(Style style, Path root) {
        this.style = style;
        this.excerpt = new SourceExcerpt(style, root);
    }

    /** One line for a test, and below it what is not as expected; the problems of an invalid one are shown elsewhere. */
    List<String> lines(TestOutcome outcome) {
        List<String> lines = new ArrayList<>();
        String time = outcome.duration().isZero() ? "" : style.dim(" (" + seconds(outcome.duration()) + ")");
        lines.add(label(outcome.verdict()) + "  " + outcome.test().pipeline() + ": "
                + outcome.test().name() + time);
        if (outcome.verdict() == TestVerdict.FAILED) {
            outcome.failures().forEach(failure -> lines.addAll(lines(failure)));
        }
        return lines;
    }

    /** Such as {@code 40 tests: 39 passed, 1 failed in 6.1 s}. */
    String summary(List<TestOutcome> outcomes, Duration time) {
        List<String> parts = new ArrayList<>();
        for (TestVerdict verdict : TestVerdict.values()) {
            long count = outcomes.stream()
                    .filter(outcome -> outcome.verdict() == verdict)
                    .count();
            if (count > 0) {
                parts.add(colour(verdict, count + " " + verdict.label()));
            }
        }
        if (outcomes.isEmpty()) {
            return "no test was run";
        }
        String tests = outcomes.size() == 1 ? "1 test" : outcomes.size() + " tests";
        return tests + ": " + String.join(", ", parts) + " in " + seconds(time);
    }

    private List<String> lines(TestFailure failure) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(failure.location().toString()) + ": " + failure.message());
        lines.addAll(excerpt.lines(failure.location()));
        failure.diff().ifPresent(diff -> lines.addAll(new DiffText(style, ROWS).lines(diff)));
        failure.hint().ifPresent(hint -> lines.add("  " + style.bold("hint:") + " " + hint));
        return lines;
    }

    private String label(TestVerdict verdict) {
        return colour(verdict, String.format(Locale.ROOT, "%-7s", verdict.label()));
    }

    private String colour(TestVerdict verdict, String text) {
        return switch (verdict) {
            case PASSED -> style.green(text);
            case FAILED, INVALID -> style.red(text);
            case SKIPPED -> style.yellow(text);
        };
    }

    static String seconds(Duration time) {
        long millis = time.toMillis();
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
