package io.millrace.catalog.reader;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the project's files: inside its root only (symbolic links followed), at most 1 MiB, in UTF-8. */
public final class ProjectFiles {

    /** The largest file that is read, in bytes. */
    public static final int SIZE_LIMIT = 1 << 20;

    private final Path root;
    private final Map<Path, Outcome> outcomes = new HashMap<>();

    public ProjectFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    /**
     * The existing file that a path of the project means.
     *
     * @param path relative to the root
     * @param namedAt where the user wrote the path; problems are reported there
     */
    public Optional<Path> locate(String path, SourceLocation namedAt, DiagnosticCollector problems) {
        return locate("", path, namedAt, problems);
    }

    /**
     * The existing file that a path means which is written relative to a folder.
     *
     * @param folder relative to the root; empty for the root itself
     * @param path relative to the folder
     */
    public Optional<Path> locate(String folder, String path, SourceLocation namedAt, DiagnosticCollector problems) {
        try {
            Path base = root.resolve(folder);
            Path file = base.resolve(path).normalize();
            if (Path.of(path).isAbsolute() || !file.startsWith(root)) {
                problems.error(
                        DiagnosticCode.FILE_OUTSIDE_PROJECT,
                        namedAt,
                        "'" + path + "' leaves the project",
                        "write a path relative to " + named(base) + ", without '..'");
            } else if (!Files.isRegularFile(file)) {
                reportMissing(path, file, base, namedAt, problems);
            } else if (!file.toRealPath().startsWith(root.toRealPath())) {
                problems.error(
                        DiagnosticCode.FILE_OUTSIDE_PROJECT,
                        namedAt,
                        "'" + path + "' leaves the project through a symbolic link");
            } else {
                return Optional.of(file);
            }
        } catch (InvalidPathException | IOException e) {
            problems.error(DiagnosticCode.FILE_UNREADABLE, namedAt, "'" + path + "' cannot be read: " + reason(e));
        }
        return Optional.empty();
    }

    /** The text of a file that {@link #locate} accepts; each file is read once, whoever asks. */
    public Optional<SourceText> read(String path, SourceLocation namedAt, DiagnosticCollector problems) {
        Optional<Path> file = locate(path, namedAt, problems);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Outcome outcome = outcomes.computeIfAbsent(file.get(), key -> {
            DiagnosticCollector faults = new DiagnosticCollector();
            return new Outcome(text(key, faults), faults.sorted());
        });
        problems.addAll(outcome.faults);
        return outcome.text;
    }

    /** A file's path as locations show it: relative to the root, with slashes. */
    public String display(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private Optional<SourceText> text(Path file, DiagnosticCollector problems) {
        String name = display(file);
        try {
            long size = Files.size(file);
            if (size > SIZE_LIMIT) {
                problems.error(
                        DiagnosticCode.FILE_TOO_LARGE,
                        SourceLocation.ofFile(name),
                        "the file has " + size + " bytes; at most " + SIZE_LIMIT + " are read");
                return Optional.empty();
            }
            return decode(name, Files.readAllBytes(file), problems);
        } catch (IOException e) {
            problems.error(DiagnosticCode.FILE_UNREADABLE, SourceLocation.ofFile(name), "cannot be read: " + reason(e));
            return Optional.empty();
        }
    }

    private static Optional<SourceText> decode(String name, byte[] bytes, DiagnosticCollector problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        SourceText text = new SourceText(name, decoded.flip().toString());
        if (!result.isError()) {
            return Optional.of(text);
        }
        problems.error(
                DiagnosticCode.FILE_NOT_UTF8,
                text.locate(text.content().length()),
                "the file is not UTF-8 from here on",
                "save it in the encoding UTF-8");
        return Optional.empty();
    }

    private void reportMissing(
            String path, Path file, Path base, SourceLocation namedAt, DiagnosticCollector problems) {
        if (Files.isDirectory(file)) {
            problems.error(DiagnosticCode.FILE_NOT_FOUND, namedAt, "'" + path + "' is a folder, not a file");
        } else {
            problems.error(DiagnosticCode.FILE_NOT_FOUND, namedAt, "'" + path + "' does not exist", nearby(file, base));
        }
    }

    private String nearby(Path file, Path base) {
        Path parent = file.getParent();
        if (!Files.isDirectory(parent)) {
            return "there is no folder '" + display(parent) + "' either";
        }
        try (var siblings = Files.list(parent)) {
            var names =
                    siblings.map(sibling -> sibling.getFileName().toString()).toList();
            return NearestName.of(file.getFileName().toString(), names)
                    .map(name -> "did you mean '" + relative(base, parent.resolve(name)) + "'?")
                    .orElse("paths are relative to " + named(base));
        } catch (IOException e) {
            return "paths are relative to " + named(base);
        }
    }

    private String named(Path base) {
        return base.equals(root) ? "the project root" : "the folder '" + display(base) + "'";
    }

    private static String relative(Path base, Path file) {
        return base.relativize(file).toString().replace('\\', '/');
    }

    private static String reason(Exception e) {
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }

    private record Outcome(Optional<SourceText> text, List<Diagnostic> faults) {}
}
