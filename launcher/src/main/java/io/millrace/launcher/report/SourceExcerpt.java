package io.millrace.launcher.report;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.reader.ProjectFiles;
import io.millrace.catalog.script.ClearSecrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a line of the user's file with a caret under the place that is meant. */
public final class SourceExcerpt {

    private final Style style;
    private final ProjectFiles files;
    private final Map<String, SourceText> texts;

    public SourceExcerpt(Style style, Path root) {
        this(style, root, Map.of());
    }

    /** With texts that are no files of the project, by the names that locations call them. */
    SourceExcerpt(Style style, Path root, Map<String, SourceText> texts) {
        this(style, new ProjectFiles(root), texts);
    }

    private SourceExcerpt(Style style, ProjectFiles files, Map<String, SourceText> texts) {
        this.style = style;
        this.files = files;
        this.texts = Map.copyOf(texts);
    }

    /** The same for places in a text that is in no file. */
    SourceExcerpt with(SourceText text) {
        return new SourceExcerpt(style, files, Map.of(text.file(), text));
    }

    /** The line and the one with the caret; nothing for a whole file or one that cannot be read. */
    public List<String> lines(SourceLocation location) {
        return source(location).map(text -> lines(text, location)).orElse(List.of());
    }

    private List<String> lines(SourceText text, SourceLocation location) {
        String line = text.line(location.line());
        String number = String.format("%5d | ", location.line());
        String margin = " ".repeat(number.length() - 2) + "| ";
        int before = Math.min(location.column() - 1, line.codePointCount(0, line.length()));
        StringBuilder indent = new StringBuilder();
        line.codePoints().limit(before).forEach(c -> indent.append(c == '\t' ? "\t" : " ".repeat(Width.of(c))));
        return List.of(style.dim(number) + ClearSecrets.masked(line), style.dim(margin) + indent + style.red("^"));
    }

    private Optional<SourceText> source(SourceLocation location) {
        if (location.line() == 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(texts.get(location.file()))
                .or(() -> files.read(location.file(), location, new DiagnosticCollector()));
    }
}
