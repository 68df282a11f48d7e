package io.millrace.launcher.report;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.SourceText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/** Shows diagnostics to a person: place, message, the line with a caret under the token, and the hint. */
public final class DiagnosticPrinter {

    private final PrintWriter out;
    private final Style style;
    private final SourceExcerpt excerpt;

    public DiagnosticPrinter(PrintWriter out, Style style, Path root) {
        this(out, style, root, Map.of());
    }

    /** With texts that are no files of the project, by the names that locations call them. */
    public DiagnosticPrinter(PrintWriter out, Style style, Path root, Map<String, SourceText> texts) {
        this(out, style, new SourceExcerpt(style, root, texts));
    }

    private DiagnosticPrinter(PrintWriter out, Style style, SourceExcerpt excerpt) {
        this.out = out;
        this.style = style;
        this.excerpt = excerpt;
    }

    /** The same printer for problems of a text that is in no file, such as an option's value. */
    public DiagnosticPrinter with(SourceText text) {
        return new DiagnosticPrinter(out, style, excerpt.with(text));
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
