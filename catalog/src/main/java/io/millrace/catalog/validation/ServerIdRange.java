package io.millrace.catalog.validation;

import java.util.List;
import java.util.Optional;

/**
 * The server-ids by which readers of a MySQL binlog register at the server.
 *
 * @param first the lowest
 * @param last the highest, itself included
 */
public record ServerIdRange(long first, long last) {

    /** Parses {@code 5400} or {@code 5400-5403}; empty for any other text. */
    public static Optional<ServerIdRange> parse(String text) {
        String[] ends = text.trim().split("\\s*-\\s*", -1);
        boolean valid = ends.length <= 2 && List.of(ends).stream().allMatch(end -> end.matches("\\d{1,10}"));
        return valid
                ? Optional.of(new ServerIdRange(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])))
                : Optional.empty();
    }

    /** Whether both hold some id. */
    public boolean overlaps(ServerIdRange other) {
        return first <= other.last && other.first <= last;
    }

    /** How many ids these are. */
    public long width() {
        return last - first + 1;
    }

    /** The form that the connector takes. */
    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}
