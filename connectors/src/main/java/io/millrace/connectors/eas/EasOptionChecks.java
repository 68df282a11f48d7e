package io.millrace.connectors.eas;

import io.millrace.connectors.json.JsonText;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;

/** Refuses values of options that cannot work. */
final class EasOptionChecks {

    private static final String SERVICE_NAME = "[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*";

    private EasOptionChecks() {}

    /** @throws ValidationException that names the option and what is accepted */
    static void check(ReadableConfig options) {
        require(options.get(EasOptions.SERVICE).matches(SERVICE_NAME), EasOptions.SERVICE, "the name of a service");
        require(!options.get(EasOptions.TOKEN).isBlank(), EasOptions.TOKEN, "not empty");
        require(
                options.get(EasOptions.TOKEN).chars().allMatch(c -> c > ' ' && c < 127),
                EasOptions.TOKEN,
                "of visible ASCII characters");
        require(isObject(options.get(EasOptions.REQUEST_TEMPLATE)), EasOptions.REQUEST_TEMPLATE, "a JSON object");
        positive(options, EasOptions.TIMEOUT);
        atLeast(options, EasOptions.MAX_IN_FLIGHT, 1);
        atLeast(options, EasOptions.RETRY_MAX_ATTEMPTS, 1);
        positive(options, EasOptions.RETRY_INITIAL_DELAY);
        positive(options, EasOptions.RETRY_MAX_DELAY);
        share(options, EasOptions.RETRY_BUDGET);
        atLeast(options, EasOptions.BREAKER_WINDOW, 0);
        share(options, EasOptions.BREAKER_FAILURE_RATIO);
        require(options.get(EasOptions.BREAKER_FAILURE_RATIO) > 0, EasOptions.BREAKER_FAILURE_RATIO, "above 0");
        positive(options, EasOptions.BREAKER_OPEN_TIME);
        atLeast(options, EasOptions.BREAKER_PROBES, 1);
        if (options.getOptional(EasOptions.CACHE_TTL).isPresent()) {
            positive(options, EasOptions.CACHE_TTL);
        } else if (options.getOptional(EasOptions.CACHE_MAX_ROWS).isPresent()) {
            throw new ValidationException("Option 'cache.max-rows' of connector 'pai-eas' needs 'cache.ttl'");
        }
        atLeast(options, EasOptions.CACHE_MAX_ROWS, 1);
    }

    private static boolean isObject(String text) {
        try {
            return JsonText.read(text).isObject();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void positive(ReadableConfig options, ConfigOption<Duration> option) {
        require(options.get(option).toMillis() >= 1, option, "at least 1 ms");
    }

    private static void atLeast(ReadableConfig options, ConfigOption<Integer> option, int least) {
        require(options.get(option) >= least, option, "at least " + least);
    }

    private static void share(ReadableConfig options, ConfigOption<Double> option) {
        require(options.get(option) >= 0 && options.get(option) <= 1, option, "from 0 to 1");
    }

    private static void require(boolean right, ConfigOption<?> option, String what) {
        if (!right) {
            throw new ValidationException(
                    "Option '%s' of connector 'pai-eas' must be %s".formatted(option.key(), what));
        }
    }
}
