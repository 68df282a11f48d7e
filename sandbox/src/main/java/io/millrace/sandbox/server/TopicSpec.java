package io.millrace.sandbox.server;

import io.millrace.sandbox.state.SandboxException;
import java.util.Set;

/**
 * A Kafka topic that must exist.
 *
 * @param cleanup {@code delete} or {@code compact}
 */
public record TopicSpec(String name, int partitions, String cleanup) {

    private static final String FORM = ": write NAME:PARTITIONS or NAME:PARTITIONS:compact, such as orders:2:compact";
    private static final int MOST_PARTITIONS = 1000;

    /**
     * Reads {@code NAME:PARTITIONS[:compact|delete]}.
     *
     * @throws SandboxException of kind USAGE
     */
    public static TopicSpec parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw SandboxException.usage("topic '" + text + "' has not two or three parts" + FORM);
        }
        String cleanup = parts.length == 3 ? parts[2] : "delete";
        if (!parts[0].matches("[a-zA-Z0-9._-]{1,249}") || Set.of(".", "..").contains(parts[0])) {
            throw SandboxException.usage("topic '" + text + "' has a name that Kafka does not take" + FORM);
        }
        if (!Set.of("compact", "delete").contains(cleanup)) {
            throw SandboxException.usage("topic '" + text + "' has an unknown cleanup '" + cleanup + "'" + FORM);
        }
        return new TopicSpec(parts[0], partitions(text, parts[1]), cleanup);
    }

    private static int partitions(String text, String number) {
        if (number.matches("[0-9]{1,6}")) {
            int partitions = Integer.parseInt(number);
            if (partitions >= 1 && partitions <= MOST_PARTITIONS) {
                return partitions;
            }
        }
        throw SandboxException.usage(
                "topic '" + text + "' needs a number of partitions from 1 to " + MOST_PARTITIONS + FORM);
    }
}
