package io.millrace.launcher.report;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.reader.ProjectFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Shows diagnostics to a person: place, message, the line with a caret under the token, and the hint. */
public final class DiagnosticPrinter {

    private final PrintWriter out;
    private final Style style;
    private final ProjectFiles files;
    private final Map<String, SourceText> texts;

    public DiagnosticPrinter(PrintWriter out, Style style, Path root) {
        this(out, style, root, Map.of());
    }

    /** With texts that are no files of the project, by the names that locations call them. */
    public DiagnosticPrinter(PrintWriter out, Style style, Path root, Map<String, SourceText> texts) {
        this(out, style, new ProjectFiles(root), texts);
    }

    private DiagnosticPrinter(PrintWriter out, Style style, ProjectFiles files, Map<String, SourceText> texts) {
        this.out = out;
        this.style = style;
        this.files = files;
        this.texts = Map.copyOf(texts);
    }

    /** The same printer for problems of a text that is in no file, such as an option's value. */
    public DiagnosticPrinter with(SourceText text) {
        return new DiagnosticPrinter(out, style, files, Map.of(text.file(), text));
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
        source(diagnostic.location()).ifPresent(text -> printLine(text, diagnostic.location()));
        diagnostic.hint().ifPresent(hint -> out.println("  " + style.bold("hint:") + " " + hint));
    }

    private void printLine(SourceText text, SourceLocation location) {
        String line = text.line(location.line());
        String number = String.format("%5d | ", location.line());
        String margin = " ".repeat(number.length() - 2) + "| ";
        int before = Math.min(location.column() - 1, line.codePointCount(0, line.length()));
        StringBuilder indent = new StringBuilder();
        line.codePoints().limit(before).forEach(c -> indent.append(c == '\t' ? "\t" : " ".repeat(Width.of(c))));
        out.println(style.dim(number) + line);
        out.println(style.dim(margin) + indent + style.red("^"));
    }

    private Optional<SourceText> source(SourceLocation location) {
        if (location.line() == 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(texts.get(location.file()))
                .or(() -> files.read(location.file(), location, new DiagnosticCollector()));
    }
}
