package io.millrace.sandbox.story;

/** Where a result table lies, and how its rows are read. */
public sealed interface Place {

    /** Returns the name of the server for people. */
    String server();

    /** The rows of a query on PostgreSQL, cells by the names of its columns. */
    record Query(String sql) implements Place {
        @Override
        public String server() {
            return "PostgreSQL";
        }
    }

    /**
     * The JSON messages of a Kafka topic, cells by the names of their fields; of messages with equal keys the last one
     * counts, and a tombstone, whose key must then be JSON with the key's fields, removes the row.
     */
    record Topic(String name) implements Place {
        @Override
        public String server() {
            return "Kafka";
        }
    }

    /** The documents of an Elasticsearch index, cells by the names of their fields, and {@code _id}. */
    record Index(String name) implements Place {
        @Override
        public String server() {
            return "Elasticsearch";
        }
    }

    /**
     * The messages that the webhook has accepted, cells by the names of the body's fields; only bodies that have the
     * field {@code marker} with the value {@code value}.
     */
    record Webhook(String marker, String value) implements Place {
        @Override
        public String server() {
            return "webhook";
        }
    }

    /** The messages of a format, such as {@code slack}, that the webhook has accepted, cells as those of a webhook. */
    record Chat(String format) implements Place {
        @Override
        public String server() {
            return "webhook";
        }
    }

    /** The rows of a table of MaxCompute's stand-in. */
    record Warehouse(String table) implements Place {
        @Override
        public String server() {
            return "MaxCompute";
        }
    }
}
