package io.millrace.connectors.alert;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.RowType;

/** Refuses values and combinations of options that cannot work. */
final class AlertOptionChecks {

    private static final Map<ConfigOption<?>, AlertFormat> OF_ONE_FORMAT = Map.of(
            AlertOptions.DINGTALK_SECRET, AlertFormat.DINGTALK,
            AlertOptions.DINGTALK_MESSAGE_TYPE, AlertFormat.DINGTALK,
            AlertOptions.DINGTALK_TITLE, AlertFormat.DINGTALK,
            AlertOptions.PAGERDUTY_ROUTING_KEY, AlertFormat.PAGERDUTY,
            AlertOptions.PAGERDUTY_SEVERITY, AlertFormat.PAGERDUTY,
            AlertOptions.PAGERDUTY_SOURCE, AlertFormat.PAGERDUTY,
            AlertOptions.JSON_ACTION_FIELD, AlertFormat.JSON);

    private AlertOptionChecks() {}

    /** @throws ValidationException that names the option and what is accepted */
    static void check(ReadableConfig options, RowType type) {
        AlertFormat format = options.get(AlertOptions.FORMAT);
        OF_ONE_FORMAT.forEach((option, owner) -> require(
                owner == format || options.getOptional(option).isEmpty(),
                option,
                "left out unless 'format' = '" + owner + "'"));
        if (format == AlertFormat.JSON) {
            absent(options, AlertOptions.TEXT);
            absent(options, AlertOptions.TEXT_RECOVERED);
        }
        checkColumns(options, type);
        require(options.get(AlertOptions.RATE_LIMIT) >= 1, AlertOptions.RATE_LIMIT, "at least 1");
        require(options.get(AlertOptions.RETRY_MAX_ATTEMPTS) >= 1, AlertOptions.RETRY_MAX_ATTEMPTS, "at least 1");
        positive(options, AlertOptions.TIMEOUT);
        positive(options, AlertOptions.RETRY_INITIAL_DELAY);
        positive(options, AlertOptions.RETRY_MAX_DELAY);
        require(!options.get(AlertOptions.PERIOD).isNegative(), AlertOptions.PERIOD, "at least 0 s");
        options.getOptional(AlertOptions.AUTHORIZATION)
                .ifPresent(value -> require(
                        value.chars().allMatch(c -> c >= ' ' && c < 127),
                        AlertOptions.AUTHORIZATION,
                        "of printable ASCII characters"));
    }

    private static void checkColumns(ReadableConfig options, RowType type) {
        options.getOptional(AlertOptions.TIME_COLUMN)
                .ifPresent(column -> require(
                        type.getFieldNames().contains(column)
                                && type.getTypeAt(type.getFieldIndex(column)).is(LogicalTypeFamily.TIMESTAMP),
                        AlertOptions.TIME_COLUMN,
                        "a column of type TIMESTAMP or TIMESTAMP_LTZ, and '" + column + "' is none"));
        options.getOptional(AlertOptions.STATUS_COLUMN)
                .ifPresent(column -> require(
                        type.getFieldNames().contains(column) && isStatus(type, column),
                        AlertOptions.STATUS_COLUMN,
                        "a column of a character string or BOOLEAN, and '" + column + "' is none"));
        if (options.getOptional(AlertOptions.STATUS_COLUMN).isEmpty()) {
            require(
                    options.getOptional(AlertOptions.STATUS_RECOVERED).isEmpty(),
                    AlertOptions.STATUS_RECOVERED,
                    "left out unless 'status-column' is given");
        }
    }

    private static boolean isStatus(RowType type, String column) {
        return type.getTypeAt(type.getFieldIndex(column)).is(LogicalTypeFamily.CHARACTER_STRING)
                || type.getTypeAt(type.getFieldIndex(column)).is(LogicalTypeRoot.BOOLEAN);
    }

    private static void absent(ReadableConfig options, ConfigOption<String> option) {
        require(options.getOptional(option).isEmpty(), option, "left out with 'format' = 'json'");
    }

    private static void positive(ReadableConfig options, ConfigOption<Duration> option) {
        require(options.get(option).toMillis() >= 1, option, "at least 1 ms");
    }

    private static void require(boolean right, ConfigOption<?> option, String what) {
        if (!right) {
            throw new ValidationException("Option '%s' of connector 'alert' must be %s".formatted(option.key(), what));
        }
    }
}
