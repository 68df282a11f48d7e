package io.millrace.connectors.maxcompute;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.catalog.ResolvedCatalogTable;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.FactoryUtil;

/** Makes sinks for {@code 'connector' = 'maxcompute'}; nothing connects while planning. */
public final class MaxComputeTableFactory implements DynamicTableSinkFactory {

    private static final long MOST_BYTES = 64L << 20;

    @Override
    public String factoryIdentifier() {
        return "maxcompute";
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(
                MaxComputeOptions.ENDPOINT,
                MaxComputeOptions.PROJECT,
                MaxComputeOptions.TABLE,
                MaxComputeOptions.ACCESS_ID,
                MaxComputeOptions.ACCESS_KEY);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of(
                MaxComputeOptions.TUNNEL_ENDPOINT,
                MaxComputeOptions.SCHEMA,
                MaxComputeOptions.SECURITY_TOKEN,
                MaxComputeOptions.PARTITION,
                MaxComputeOptions.PARTITION_DEFAULT_NAME,
                MaxComputeOptions.PARTITION_AUTO_CREATE,
                MaxComputeOptions.BUFFER_MAX_ROWS,
                MaxComputeOptions.BUFFER_MAX_BYTES,
                MaxComputeOptions.FLUSH_INTERVAL,
                MaxComputeOptions.MAX_RETRIES,
                MaxComputeOptions.RETRY_BACKOFF_INITIAL,
                MaxComputeOptions.RETRY_BACKOFF_MAX,
                MaxComputeOptions.COMPRESSION,
                MaxComputeOptions.CONNECT_TIMEOUT,
                MaxComputeOptions.READ_TIMEOUT,
                MaxComputeOptions.PARALLELISM);
    }

    /**
     * Makes the sink of a table.
     *
     * @throws ValidationException for options, column types and keys that cannot be
     */
    @Override
    public DynamicTableSink createDynamicTableSink(Context context) {
        FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
        helper.validate();
        ReadableConfig options = helper.getOptions();
        check(options);
        ResolvedCatalogTable table = context.getCatalogTable();
        MaxComputeSettings settings = MaxComputeSettings.of(options);
        TableLayout layout = TableLayout.of(table.getResolvedSchema(), table.getPartitionKeys(), settings.partition());
        return new MaxComputeTableSink(
                context.getObjectIdentifier().getObjectName(),
                settings,
                layout,
                options.getOptional(MaxComputeOptions.PARALLELISM).orElse(null));
    }

    private static void check(ReadableConfig options) {
        url(options, MaxComputeOptions.ENDPOINT);
        url(options, MaxComputeOptions.TUNNEL_ENDPOINT);
        atLeast(options, MaxComputeOptions.BUFFER_MAX_ROWS, 1);
        atLeast(options, MaxComputeOptions.MAX_RETRIES, 0);
        long bytes = options.get(MaxComputeOptions.BUFFER_MAX_BYTES).getBytes();
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw wrong(MaxComputeOptions.BUFFER_MAX_BYTES, bytes + " bytes", "from 1 byte to 64 mb");
        }
        Duration initial = options.get(MaxComputeOptions.RETRY_BACKOFF_INITIAL);
        Duration most = options.get(MaxComputeOptions.RETRY_BACKOFF_MAX);
        if (initial.isZero() || initial.compareTo(most) > 0) {
            throw wrong(
                    MaxComputeOptions.RETRY_BACKOFF_INITIAL,
                    initial.toMillis() + " ms",
                    "more than 0, and no more than '" + MaxComputeOptions.RETRY_BACKOFF_MAX.key() + "', "
                            + most.toMillis() + " ms");
        }
        String defaultName = options.get(MaxComputeOptions.PARTITION_DEFAULT_NAME);
        if (defaultName.isBlank() || !PartitionSpecification.isUsable(defaultName)) {
            throw wrong(
                    MaxComputeOptions.PARTITION_DEFAULT_NAME,
                    "'" + defaultName + "'",
                    "a text without quotation marks and , / =");
        }
    }

    private static void url(ReadableConfig options, ConfigOption<String> option) {
        String value = options.get(option);
        if (value == null) {
            return;
        }
        try {
            URI uri = new URI(value);
            if (Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // The same message as for a URL of another kind.
        }
        // What stands before an @ may be a password.
        String shown = value.contains("@") ? "a URL with a user" : "'" + value + "'";
        throw wrong(option, shown, "a URL such as https://service.cn-hangzhou.maxcompute.aliyun.com/api");
    }

    private static void atLeast(ReadableConfig options, ConfigOption<Integer> option, int least) {
        if (options.get(option) < least) {
            throw wrong(option, options.get(option).toString(), least + " or more");
        }
    }

    private static ValidationException wrong(ConfigOption<?> option, String value, String accepted) {
        return new ValidationException(
                "The option '" + option.key() + "' cannot be " + value + ": expected " + accepted + ".");
    }
}
