package io.millrace.connectors.alert;

import io.millrace.connectors.http.Backoff;
import io.millrace.connectors.json.JsonColumnTypes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.types.logical.RowType;

/** Makes sinks of {@code 'connector' = 'alert'}. */
public final class AlertTableFactory implements DynamicTableSinkFactory {

    static final String IDENTIFIER = "alert";

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(AlertOptions.FORMAT);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of(
                AlertOptions.URL,
                AlertOptions.AUTHORIZATION,
                AlertOptions.TEXT,
                AlertOptions.TEXT_RECOVERED,
                AlertOptions.PERIOD,
                AlertOptions.TIME_COLUMN,
                AlertOptions.STATUS_COLUMN,
                AlertOptions.STATUS_RECOVERED,
                AlertOptions.RECOVERY_NOTICES,
                AlertOptions.RATE_LIMIT,
                AlertOptions.TIMEOUT,
                AlertOptions.RETRY_MAX_ATTEMPTS,
                AlertOptions.RETRY_INITIAL_DELAY,
                AlertOptions.RETRY_MAX_DELAY,
                AlertOptions.DINGTALK_SECRET,
                AlertOptions.DINGTALK_MESSAGE_TYPE,
                AlertOptions.DINGTALK_TITLE,
                AlertOptions.PAGERDUTY_ROUTING_KEY,
                AlertOptions.PAGERDUTY_SEVERITY,
                AlertOptions.PAGERDUTY_SOURCE,
                AlertOptions.JSON_ACTION_FIELD);
    }

    @Override
    public DynamicTableSink createDynamicTableSink(Context context) {
        FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
        helper.validate();
        ReadableConfig options = helper.getOptions();
        RowType type = (RowType) context.getPhysicalRowDataType().getLogicalType();
        List<String> names = type.getFieldNames();
        List<String> key = IntStream.of(context.getPrimaryKeyIndexes())
                .mapToObj(names::get)
                .toList();
        if (key.isEmpty()) {
            throw new ValidationException(
                    "A table of connector 'alert' needs a PRIMARY KEY (...) NOT ENFORCED: one alert"
                            + " is sent for each key and period");
        }
        type.getFields().forEach(field -> JsonColumnTypes.check(IDENTIFIER, field.getName(), field.getType()));
        AlertOptionChecks.check(options, type);
        return new AlertTableSink(
                options.get(AlertOptions.FORMAT),
                settings(options),
                reader(options, type, key),
                ReceiverFactory.of(options, names, context.getObjectIdentifier().getObjectName()));
    }

    private static AlertSettings settings(ReadableConfig options) {
        return new AlertSettings(
                options.get(AlertOptions.PERIOD),
                options.getOptional(AlertOptions.STATUS_COLUMN).isPresent(),
                options.get(AlertOptions.RECOVERY_NOTICES),
                options.get(AlertOptions.RATE_LIMIT),
                options.getOptional(AlertOptions.AUTHORIZATION).orElse(null),
                options.get(AlertOptions.TIMEOUT),
                options.get(AlertOptions.RETRY_MAX_ATTEMPTS),
                new Backoff(options.get(AlertOptions.RETRY_INITIAL_DELAY), options.get(AlertOptions.RETRY_MAX_DELAY)));
    }

    private static RowReader reader(ReadableConfig options, RowType type, List<String> key) {
        Set<String> recovered = options.get(AlertOptions.STATUS_RECOVERED).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new RowReader(
                type,
                key,
                options.getOptional(AlertOptions.STATUS_COLUMN).orElse(null),
                recovered,
                options.getOptional(AlertOptions.TIME_COLUMN).orElse(null));
    }
}
