package io.millrace.sandbox.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the end of a server's log the line that tells why it stopped. */
public final class LogTail {

    private static final int LONGEST = 64 * 1024;
    private static final int WIDEST = 300;
    private static final Pattern TELLING = Pattern.compile(
            "\\bERROR\\b|\\bFATAL\\b|\\[ERROR]|error while loading|Exception|No space left|Permission denied|cannot ");
    private static final Pattern MISSING_LIBRARY =
            Pattern.compile("error while loading shared libraries: ([\\w.+-]+): cannot open");
    private static final Map<String, String> PACKAGES = Map.of(
            "libaio.so.1", "libaio1",
            "libnuma.so.1", "libnuma1",
            "libcrypt.so.1", "libcrypt1",
            "libsystemd.so.0", "libsystemd0",
            "libstdc++.so.6", "libstdc++6");

    private LogTail() {}

    /** Returns the length of a log in bytes now; 0 when there is none. */
    public static long mark(Path log) {
        return log.toFile().length();
    }

    /**
     * Returns the line that most likely tells why the program stopped; empty when the log does not say.
     *
     * @param mark the log's length before the program started
     */
    public static Optional<String> reason(Path log, long mark) {
        List<String> lines = linesFrom(log, mark);
        for (String line : lines) {
            Matcher missing = MISSING_LIBRARY.matcher(line);
            if (missing.find()) {
                return Optional.of("the library " + missing.group(1) + " is missing: install "
                        + PACKAGES.getOrDefault(missing.group(1), "the package that holds it")
                        + " with the system's package manager and run the command again");
            }
        }
        return lines.stream()
                .filter(line -> TELLING.matcher(line).find())
                .reduce((first, second) -> isAftermath(second) ? first : second)
                .or(() -> lines.stream().reduce((first, second) -> second))
                .map(LogTail::shorten)
                .map(line ->
                        line.contains("No space left") ? "the disk is full, free space on it (" + line + ")" : line);
    }

    private static boolean isAftermath(String line) {
        return line.contains("Aborting") || line.contains("Shutdown") || line.startsWith("\tat ");
    }

    private static String shorten(String line) {
        String text = line.strip();
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST) + "...";
    }

    private static List<String> linesFrom(Path log, long mark) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(mark, file.length() - LONGEST);
            byte[] content = new byte[(int) Math.max(0, file.length() - start)];
            file.seek(start);
            file.readFully(content);
            return new String(content, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
