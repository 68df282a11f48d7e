package io.millrace.launcher.report;

import io.millrace.catalog.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Shows diagnostics to a person: place, message, the line with a caret under the token, and the hint. */
public final class DiagnosticPrinter {

    private final PrintWriter out;
    private final Style style;
    private final SourceExcerpt excerpt;

    public DiagnosticPrinter(PrintWriter out, Style style, Path root) {
        this.out = out;
        this.style = style;
        this.excerpt = new SourceExcerpt(style, root);
    }

    public void print(Iterable<Diagnostic> diagnostics) {
        diagnostics.forEach(this::print);
        out.flush();
    }

    private void print(Diagnostic diagnostic) {
        String severity =
                diagnostic.severity().label() + "[" + diagnostic.code().id() + "]";
        out.println(style.bold(diagnostic.location().toString()) + ": "
                + (diagnostic.isError() ? style.red(severity) : style.yellow(severity)) + ": " + diagnostic.message());
        excerpt.lines(diagnostic.location()).forEach(out::println);
        diagnostic.hint().ifPresent(hint -> out.println("  " + style.bold("hint:") + " " + hint));
    }
}
