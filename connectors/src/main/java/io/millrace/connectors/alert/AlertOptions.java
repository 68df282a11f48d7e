package io.millrace.connectors.alert;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The options of the sink {@code alert}. */
public final class AlertOptions {

    public static final ConfigOption<String> URL = ConfigOptions.key("url")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Address of the webhook. A secret. Required, except with 'format' = 'pagerduty', where it is"
                            + " https://events.pagerduty.com/v2/enqueue unless given.");

    public static final ConfigOption<AlertFormat> FORMAT = ConfigOptions.key("format")
            .enumType(AlertFormat.class)
            .noDefaultValue()
            .withDescription("Whose messages the webhook takes.");

    public static final ConfigOption<String> AUTHORIZATION = ConfigOptions.key("authorization")
            .stringType()
            .noDefaultValue()
            .withDescription("Value of the header 'Authorization', for receivers that ask for it. A secret.");

    public static final ConfigOption<String> TEXT = ConfigOptions.key("text")
            .stringType()
            .noDefaultValue()
            .withDescription("Text of an alert; {column} stands for the column's value, '-' for NULL; '{{' and '}}' for"
                    + " braces. Required, except with 'format' = 'json'.");

    public static final ConfigOption<String> TEXT_RECOVERED = ConfigOptions.key("text.recovered")
            .stringType()
            .noDefaultValue()
            .withDescription("Text of a recovery notice; 'Recovered: ' and the alert's text unless given.");

    public static final ConfigOption<Duration> PERIOD = ConfigOptions.key("period")
            .durationType()
            .defaultValue(Duration.ofHours(1))
            .withDescription("At most one alert of a key in this time; '0 s' sends every row.");

    public static final ConfigOption<String> TIME_COLUMN = ConfigOptions.key("time-column")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "TIMESTAMP or TIMESTAMP_LTZ column by which the period is measured; the machine's clock unless"
                            + " given.");

    public static final ConfigOption<String> STATUS_COLUMN = ConfigOptions.key("status-column")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Column that tells whether the row is an alert or its recovery; without it, a row is an alert"
                            + " and its deletion the recovery.");

    public static final ConfigOption<List<String>> STATUS_RECOVERED = ConfigOptions.key("status.recovered")
            .stringType()
            .asList()
            .defaultValues("ok", "resolved", "recovered")
            .withDescription("Values of that column, in any case, that mean recovery.");

    public static final ConfigOption<Boolean> RECOVERY_NOTICES = ConfigOptions.key("recovery-notices")
            .booleanType()
            .defaultValue(true)
            .withDescription("Whether the recovery of an alert that was sent is told.");

    public static final ConfigOption<Integer> RATE_LIMIT = ConfigOptions.key("rate-limit.per-minute")
            .intType()
            .defaultValue(20)
            .withDescription(
                    "Most posts in any 60 seconds. What exceeds it waits, in Flink's state; 'slack' and 'dingtalk'"
                            + " then tell several alerts in one post.");

    public static final ConfigOption<Duration> TIMEOUT = ConfigOptions.key("timeout")
            .durationType()
            .defaultValue(Duration.ofSeconds(10))
            .withDescription("Longest time for one post.");

    public static final ConfigOption<Integer> RETRY_MAX_ATTEMPTS = ConfigOptions.key("retry.max-attempts")
            .intType()
            .defaultValue(8)
            .withDescription(
                    "Posts of one message until the job fails. Only status 429, 5xx, time-outs, broken connections"
                            + " and DingTalk's codes for overload are tried again.");

    public static final ConfigOption<Duration> RETRY_INITIAL_DELAY = ConfigOptions.key("retry.initial-delay")
            .durationType()
            .defaultValue(Duration.ofMillis(500))
            .withDescription("Upper bound of the random wait before the second attempt; doubles with each attempt.");

    public static final ConfigOption<Duration> RETRY_MAX_DELAY = ConfigOptions.key("retry.max-delay")
            .durationType()
            .defaultValue(Duration.ofSeconds(30))
            .withDescription("Largest upper bound of that wait.");

    public static final ConfigOption<String> DINGTALK_SECRET = ConfigOptions.key("dingtalk.secret")
            .stringType()
            .noDefaultValue()
            .withDescription("The robot's secret; posts are then signed with HMAC-SHA256. A secret.");

    public static final ConfigOption<RobotMessageType> DINGTALK_MESSAGE_TYPE = ConfigOptions.key(
                    "dingtalk.message-type")
            .enumType(RobotMessageType.class)
            .defaultValue(RobotMessageType.TEXT)
            .withDescription("Whether 'text' is plain text or Markdown.");

    public static final ConfigOption<String> DINGTALK_TITLE = ConfigOptions.key("dingtalk.title")
            .stringType()
            .defaultValue("Alert")
            .withDescription("Title of a Markdown message, with {column} as in 'text'.");

    public static final ConfigOption<String> PAGERDUTY_ROUTING_KEY = ConfigOptions.key("pagerduty.routing-key")
            .stringType()
            .noDefaultValue()
            .withDescription("The service's integration key of 32 characters. A secret. Required with 'format' ="
                    + " 'pagerduty'.");

    public static final ConfigOption<String> PAGERDUTY_SEVERITY = ConfigOptions.key("pagerduty.severity")
            .stringType()
            .defaultValue("error")
            .withDescription(
                    "'critical', 'error', 'warning' or 'info', or {column}; any other value of the column is sent"
                            + " as 'error'.");

    public static final ConfigOption<String> PAGERDUTY_SOURCE = ConfigOptions.key("pagerduty.source")
            .stringType()
            .noDefaultValue()
            .withDescription("What has the trouble, with {column} as in 'text'; the table's name unless given.");

    public static final ConfigOption<String> JSON_ACTION_FIELD = ConfigOptions.key("json.action-field")
            .stringType()
            .defaultValue("event_action")
            .withDescription("Field beside the columns that is 'trigger' or 'resolve', with 'format' = 'json'.");

    private AlertOptions() {}
}
