package io.millrace.launcher.doctor;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.launcher.report.Style;
import java.io.PrintWriter;
import java.util.List;

/** Shows results of checks to people: one line each, and the hint of those that are not well. */
public final class ResultPrinter {

    private final PrintWriter out;
    private final Style style;

    public ResultPrinter(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    public void print(List<CheckResult> results) {
        results.forEach(this::print);
        out.flush();
    }

    private void print(CheckResult result) {
        String place = result.place()
                .map(SourceLocation::toString)
                .map(text -> style.bold(text) + ": ")
                .orElse("");
        out.println(label(result.status()) + "  " + place + result.message());
        result.hint().ifPresent(hint -> out.println("      " + style.bold("hint:") + " " + hint));
    }

    private String label(Status status) {
        String padded = String.format("%-4s", status.label());
        return switch (status) {
            case OK -> style.green(padded);
            case WARN -> style.yellow(padded);
            case FAIL, UNREACHABLE -> style.red(padded);
        };
    }
}
