package io.millrace.sandbox.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One thing that happens in a tale. */
public sealed interface Happening {

    /**
     * A record of a Kafka topic.
     *
     * @param partition where it is written; null to let the key decide
     * @param key null for none
     * @param value null for a tombstone
     * @param time the record's timestamp
     */
    record Message(String topic, Integer partition, String key, String value, Instant time) implements Happening {

        /** A record whose partition follows from its key. */
        public static Message keyed(String topic, String key, String value, Instant time) {
            return new Message(topic, null, key, value, time);
        }

        /** A record in one partition, such as one that closes that partition's windows. */
        public static Message in(String topic, int partition, String value, Instant time) {
            return new Message(topic, partition, null, value, time);
        }
    }

    /**
     * A statement in MySQL, in a transaction of its own.
     *
     * @param sql with a {@code ?} for each parameter
     * @param parameters as JDBC takes them; times as {@link java.time.LocalDateTime} in UTC
     */
    record Change(String sql, List<Object> parameters) implements Happening {
        public Change {
            parameters = List.copyOf(parameters);
        }
    }

    /** Time for the pipelines to read what happened before; it does not depend on how fast the tale is told. */
    record Pause(Duration time) implements Happening {}
}
