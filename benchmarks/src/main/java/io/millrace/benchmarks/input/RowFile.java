package io.millrace.benchmarks.input;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** One table's file, whose rows may be told of ahead of their time and are written in the order of it. */
final class RowFile implements Closeable {

    /** The time of the first row of every table. */
    static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private record Row(long millis, long number, String text) {}

    private final BufferedWriter out;
    private final PriorityQueue<Row> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Row::millis).thenComparingLong(Row::number));
    private long number;

    /** The table may be {@code table/partition=value}. */
    RowFile(Path folder, String table) {
        try {
            Path directory = Files.createDirectories(folder.resolve(table));
            out = Files.newBufferedWriter(directory.resolve("rows.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a row at a time, in ms since 1970, that is not before what was advanced to. */
    void add(long millis, String json) {
        waiting.add(new Row(millis, number++, json));
    }

    /** Writes the rows up to a time. */
    void advance(long millis) {
        try {
            while (!waiting.isEmpty() && waiting.peek().millis <= millis) {
                out.write(waiting.remove().text);
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        advance(Long.MAX_VALUE);
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A TIMESTAMP_LTZ as Flink's ISO-8601 JSON has it. */
    static String utc(long millis) {
        return local(millis) + "Z";
    }

    /** A TIMESTAMP as Flink's ISO-8601 JSON has it. */
    static String local(long millis) {
        String text = Instant.ofEpochMilli(millis - millis % 1000).toString();
        return text.substring(0, 19) + "." + (1000 + millis % 1000 + "").substring(1);
    }
}
