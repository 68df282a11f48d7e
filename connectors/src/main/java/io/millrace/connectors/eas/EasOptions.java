package io.millrace.connectors.eas;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The options of the lookup table {@code pai-eas}. */
public final class EasOptions {

    public static final ConfigOption<String> ENDPOINT = ConfigOptions.key("endpoint")
            .stringType()
            .noDefaultValue()
            .withDescription("Address of the EAS gateway, such as http://123.cn-hangzhou.pai-eas.aliyuncs.com;"
                    + " '/api/predict/' and the service are put behind it.");

    public static final ConfigOption<String> SERVICE =
            ConfigOptions.key("service").stringType().noDefaultValue().withDescription("Name of the deployed service.");

    public static final ConfigOption<String> TOKEN = ConfigOptions.key("token")
            .stringType()
            .noDefaultValue()
            .withDescription("The service's token, sent as header 'Authorization'. A secret.");

    public static final ConfigOption<String> REQUEST_TEMPLATE = ConfigOptions.key("request-template")
            .stringType()
            .defaultValue("{}")
            .withDescription("JSON object into which the request columns are put, for what every request holds.");

    public static final ConfigOption<String> REQUEST_PATH = ConfigOptions.key("request.#.path")
            .stringType()
            .noDefaultValue()
            .withDescription("JSON pointer (RFC 6901) at which request column # stands in the request; '/#' unless"
                    + " given. A number is the index of an array.");

    public static final ConfigOption<String> RESPONSE_PATH = ConfigOptions.key("response.#.path")
            .stringType()
            .noDefaultValue()
            .withDescription("JSON pointer at which response column # stands in the answer; '/#' unless given.");

    public static final ConfigOption<Duration> TIMEOUT = ConfigOptions.key("timeout")
            .durationType()
            .defaultValue(Duration.ofSeconds(5))
            .withDescription("Longest time for one request, from its start to the end of the answer.");

    public static final ConfigOption<Integer> MAX_IN_FLIGHT = ConfigOptions.key("max-in-flight")
            .intType()
            .defaultValue(16)
            .withDescription("Most requests of one subtask that are on their way at once.");

    public static final ConfigOption<ErrorHandling> ON_ERROR = ConfigOptions.key("on-error")
            .enumType(ErrorHandling.class)
            .defaultValue(ErrorHandling.FAIL)
            .withDescription("'fail' fails the job when a prediction cannot be had; 'null' gives NULL for the response"
                    + " columns.");

    public static final ConfigOption<Integer> RETRY_MAX_ATTEMPTS = ConfigOptions.key("retry.max-attempts")
            .intType()
            .defaultValue(3)
            .withDescription(
                    "Most requests for one row; 1 never tries again. Only status 429, 5xx, time-outs and broken"
                            + " connections are tried again.");

    public static final ConfigOption<Duration> RETRY_INITIAL_DELAY = ConfigOptions.key("retry.initial-delay")
            .durationType()
            .defaultValue(Duration.ofMillis(100))
            .withDescription("Upper bound of the random wait before the second attempt; doubles with each attempt.");

    public static final ConfigOption<Duration> RETRY_MAX_DELAY = ConfigOptions.key("retry.max-delay")
            .durationType()
            .defaultValue(Duration.ofSeconds(5))
            .withDescription("Largest upper bound of that wait.");

    public static final ConfigOption<Double> RETRY_BUDGET = ConfigOptions.key("retry.budget")
            .doubleType()
            .defaultValue(0.2)
            .withDescription(
                    "Most retries for each first attempt, on the average of a subtask, beyond the first ten: 0.2"
                            + " is one retry for five rows. What would exceed it fails at once.");

    public static final ConfigOption<Integer> BREAKER_WINDOW = ConfigOptions.key("breaker.window")
            .intType()
            .defaultValue(20)
            .withDescription("The circuit breaker looks at this many newest answers; 0 switches it off.");

    public static final ConfigOption<Double> BREAKER_FAILURE_RATIO = ConfigOptions.key("breaker.failure-ratio")
            .doubleType()
            .defaultValue(0.5)
            .withDescription("It opens when at least this share of them failed; no request is sent while it is open.");

    public static final ConfigOption<Duration> BREAKER_OPEN_TIME = ConfigOptions.key("breaker.open-time")
            .durationType()
            .defaultValue(Duration.ofSeconds(10))
            .withDescription("How long it stays open before it tries again.");

    public static final ConfigOption<Integer> BREAKER_PROBES = ConfigOptions.key("breaker.probes")
            .intType()
            .defaultValue(3)
            .withDescription("It then closes when this many requests succeed, and opens again when one fails.");

    public static final ConfigOption<Duration> CACHE_TTL = ConfigOptions.key("cache.ttl")
            .durationType()
            .noDefaultValue()
            .withDescription("How long an answer serves equal requests of the same subtask; without it there is no"
                    + " cache. Errors are never kept.");

    public static final ConfigOption<Integer> CACHE_MAX_ROWS = ConfigOptions.key("cache.max-rows")
            .intType()
            .defaultValue(10_000)
            .withDescription("Most answers that a subtask keeps; the least recently used goes first.");

    private EasOptions() {}
}
