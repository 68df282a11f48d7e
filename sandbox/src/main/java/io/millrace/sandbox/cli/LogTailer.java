package io.millrace.sandbox.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads the end of a growing file, and then what is added to it; goes on when the file is replaced. */
final class LogTailer {

    private static final int BLOCK = 64 * 1024;

    private final Path log;
    private long position;

    LogTailer(Path log) {
        this.log = log;
    }

    /** Returns the file's name without its extension. */
    String name() {
        return log.getFileName().toString().replaceFirst("\\.log$", "");
    }

    /** Returns the last lines of the file. */
    String last(int lines) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long end = file.length();
            long start = end;
            while (start > 0 && newlines(file, start, end) <= lines) {
                start = Math.max(0, start - BLOCK);
            }
            String text = text(file, start, end);
            position = end;
            return lastLines(text, lines);
        }
    }

    /** Returns what has been added since the last call. */
    String added() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = file.length() < position ? 0 : position;
            position = file.length();
            return text(file, start, position);
        }
    }

    private static long newlines(RandomAccessFile file, long start, long end) throws IOException {
        return text(file, start, end).chars().filter(c -> c == '\n').count();
    }

    private static String lastLines(String text, int lines) {
        int from = text.endsWith("\n") ? text.length() - 1 : text.length();
        for (int found = 0; found < lines && from >= 0; found++) {
            from = text.lastIndexOf('\n', from - 1);
        }
        return lines <= 0 ? "" : text.substring(from + 1);
    }

    private static String text(RandomAccessFile file, long start, long end) throws IOException {
        byte[] content = new byte[(int) Math.min(end - start, Integer.MAX_VALUE - 8)];
        file.seek(start);
        file.readFully(content);
        return new String(content, StandardCharsets.UTF_8);
    }
}
