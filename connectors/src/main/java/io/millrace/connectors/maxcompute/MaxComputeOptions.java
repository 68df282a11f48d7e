package io.millrace.connectors.maxcompute;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.table.factories.FactoryUtil;

/** The options of {@code 'connector' = 'maxcompute'}. */
public final class MaxComputeOptions {

    public static final ConfigOption<String> ENDPOINT = ConfigOptions.key("endpoint")
            .stringType()
            .noDefaultValue()
            .withDescription("URL of the MaxCompute service of the region, with its path, usually /api.");

    public static final ConfigOption<String> TUNNEL_ENDPOINT = ConfigOptions.key("tunnel-endpoint")
            .stringType()
            .noDefaultValue()
            .withDescription("URL of the tunnel service; unless given, the project is asked for it.");

    public static final ConfigOption<String> PROJECT =
            ConfigOptions.key("project").stringType().noDefaultValue().withDescription("The project of the table.");

    public static final ConfigOption<String> SCHEMA = ConfigOptions.key("schema")
            .stringType()
            .noDefaultValue()
            .withDescription("The schema of the table, for projects that have schemas.");

    public static final ConfigOption<String> TABLE =
            ConfigOptions.key("table").stringType().noDefaultValue().withDescription("The table, which must exist.");

    public static final ConfigOption<String> ACCESS_ID = ConfigOptions.key("access-id")
            .stringType()
            .noDefaultValue()
            .withDescription("AccessKey ID of an account that may describe and update the table.");

    public static final ConfigOption<String> ACCESS_KEY = ConfigOptions.key("access-key")
            .stringType()
            .noDefaultValue()
            .withDescription("AccessKey secret of that account.");

    public static final ConfigOption<String> SECURITY_TOKEN = ConfigOptions.key("security-token")
            .stringType()
            .noDefaultValue()
            .withDescription("STS token that belongs to a temporary AccessKey.");

    public static final ConfigOption<String> PARTITION = ConfigOptions.key("partition")
            .stringType()
            .noDefaultValue()
            .withDescription("The one partition that all rows go to, as 'name=value' or 'name=value,name=value', for"
                    + " partition columns that the Flink table does not have.");

    public static final ConfigOption<String> PARTITION_DEFAULT_NAME = ConfigOptions.key("partition.default-name")
            .stringType()
            .defaultValue("__DEFAULT_PARTITION__")
            .withDescription("The partition value of rows whose partition column is NULL or an empty string.");

    public static final ConfigOption<Boolean> PARTITION_AUTO_CREATE = ConfigOptions.key("partition.auto-create")
            .booleanType()
            .defaultValue(true)
            .withDescription("Whether partitions that do not exist are created; the job fails at them otherwise.");

    public static final ConfigOption<Integer> BUFFER_MAX_ROWS = ConfigOptions.key("sink.buffer.max-rows")
            .intType()
            .defaultValue(10_000)
            .withDescription("Rows that a subtask collects before it sends them.");

    public static final ConfigOption<MemorySize> BUFFER_MAX_BYTES = ConfigOptions.key("sink.buffer.max-bytes")
            .memoryType()
            .defaultValue(MemorySize.ofMebiBytes(16))
            .withDescription("Estimated size of the rows that a subtask collects before it sends them; 64 mb at most.");

    public static final ConfigOption<Duration> FLUSH_INTERVAL = ConfigOptions.key("sink.flush-interval")
            .durationType()
            .defaultValue(Duration.ofSeconds(30))
            .withDescription(
                    "Longest time that a row waits in the buffer; 0 s sends at checkpoints and full buffers only."
                            + " Every sending to a Delta table is a commit, of which MaxCompute wants few.");

    public static final ConfigOption<Integer> MAX_RETRIES = ConfigOptions.key("sink.max-retries")
            .intType()
            .defaultValue(10)
            .withDescription("How often a sending that failed for a passing reason is repeated before the job fails.");

    public static final ConfigOption<Duration> RETRY_BACKOFF_INITIAL = ConfigOptions.key("sink.retry-backoff.initial")
            .durationType()
            .defaultValue(Duration.ofMillis(200))
            .withDescription("Wait before the first repetition; it doubles with each.");

    public static final ConfigOption<Duration> RETRY_BACKOFF_MAX = ConfigOptions.key("sink.retry-backoff.max")
            .durationType()
            .defaultValue(Duration.ofSeconds(30))
            .withDescription("Longest wait between two repetitions.");

    public static final ConfigOption<Compression> COMPRESSION = ConfigOptions.key("compression")
            .enumType(Compression.class)
            .defaultValue(Compression.ZLIB)
            .withDescription("How rows are compressed on their way.");

    public static final ConfigOption<Duration> CONNECT_TIMEOUT = ConfigOptions.key("connect-timeout")
            .durationType()
            .defaultValue(Duration.ofSeconds(10))
            .withDescription("Longest wait for a connection, in whole seconds.");

    public static final ConfigOption<Duration> READ_TIMEOUT = ConfigOptions.key("read-timeout")
            .durationType()
            .defaultValue(Duration.ofMinutes(2))
            .withDescription("Longest wait for an answer, in whole seconds; also for the commit to a Delta table.");

    public static final ConfigOption<Integer> PARALLELISM = FactoryUtil.SINK_PARALLELISM;

    private MaxComputeOptions() {}
}
