package io.millrace.connectors.maxcompute;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ReadableConfig;

/**
 * What the writers need to know of a table's options.
 *
 * @param address where the table is
 * @param credentials who writes
 * @param batching when rows are sent
 * @param retrying how a failed sending is repeated
 * @param partition the static partition, empty for none
 * @param defaultPartition the partition value that stands for NULL
 * @param createPartitions whether missing partitions are created
 */
record MaxComputeSettings(
        Address address,
        Credentials credentials,
        Batching batching,
        Retrying retrying,
        PartitionSpecification partition,
        String defaultPartition,
        boolean createPartitions,
        Compression compression)
        implements Serializable {

    /**
     * Where the table is.
     *
     * @param tunnelEndpoint null when the project has to be asked
     * @param schema null where there are none
     * @param connectTimeout seconds
     * @param readTimeout seconds
     */
    record Address(
            String endpoint,
            String tunnelEndpoint,
            String project,
            String schema,
            String table,
            int connectTimeout,
            int readTimeout)
            implements Serializable {

        /** The table as messages name it. */
        String name() {
            return project + "." + (schema == null ? "" : schema + ".") + table;
        }

        /** The table as statements name it. */
        String quotedName() {
            return "`" + project + "`." + (schema == null ? "" : "`" + schema + "`.") + "`" + table + "`";
        }
    }

    /**
     * Who writes.
     *
     * @param token null for a lasting key
     */
    record Credentials(String accessId, String accessKey, String token) implements Serializable {

        /** Without the key and the token. */
        @Override
        public String toString() {
            return "Credentials[" + accessId + "]";
        }
    }

    /**
     * When rows are sent.
     *
     * @param flushInterval 0 for never by time
     */
    record Batching(int maxRows, long maxBytes, Duration flushInterval) implements Serializable {}

    /** How a failed sending is repeated. */
    record Retrying(int maxRetries, Duration initialBackoff, Duration maxBackoff) implements Serializable {}

    /** Reads the options; they have been checked. */
    static MaxComputeSettings of(ReadableConfig options) {
        return new MaxComputeSettings(
                new Address(
                        withoutSlash(options.get(MaxComputeOptions.ENDPOINT)),
                        withoutSlash(options.get(MaxComputeOptions.TUNNEL_ENDPOINT)),
                        options.get(MaxComputeOptions.PROJECT),
                        options.get(MaxComputeOptions.SCHEMA),
                        options.get(MaxComputeOptions.TABLE),
                        seconds(options.get(MaxComputeOptions.CONNECT_TIMEOUT)),
                        seconds(options.get(MaxComputeOptions.READ_TIMEOUT))),
                new Credentials(
                        options.get(MaxComputeOptions.ACCESS_ID),
                        options.get(MaxComputeOptions.ACCESS_KEY),
                        options.get(MaxComputeOptions.SECURITY_TOKEN)),
                batching(options),
                new Retrying(
                        options.get(MaxComputeOptions.MAX_RETRIES),
                        options.get(MaxComputeOptions.RETRY_BACKOFF_INITIAL),
                        options.get(MaxComputeOptions.RETRY_BACKOFF_MAX)),
                PartitionSpecification.parse(options.get(MaxComputeOptions.PARTITION)),
                options.get(MaxComputeOptions.PARTITION_DEFAULT_NAME),
                options.get(MaxComputeOptions.PARTITION_AUTO_CREATE),
                options.get(MaxComputeOptions.COMPRESSION));
    }

    private static Batching batching(ReadableConfig options) {
        MemorySize bytes = options.get(MaxComputeOptions.BUFFER_MAX_BYTES);
        return new Batching(
                options.get(MaxComputeOptions.BUFFER_MAX_ROWS),
                bytes.getBytes(),
                options.get(MaxComputeOptions.FLUSH_INTERVAL));
    }

    private static String withoutSlash(String url) {
        return url == null ? null : url.replaceAll("/+$", "");
    }

    private static int seconds(Duration duration) {
        return (int) Math.max(1, duration.toSeconds());
    }
}
