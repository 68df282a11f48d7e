package io.millrace.connectors.eas;

import static io.millrace.connectors.eas.EasOptions.BREAKER_FAILURE_RATIO;
import static io.millrace.connectors.eas.EasOptions.BREAKER_OPEN_TIME;
import static io.millrace.connectors.eas.EasOptions.BREAKER_PROBES;
import static io.millrace.connectors.eas.EasOptions.BREAKER_WINDOW;
import static io.millrace.connectors.eas.EasOptions.CACHE_MAX_ROWS;
import static io.millrace.connectors.eas.EasOptions.CACHE_TTL;
import static io.millrace.connectors.eas.EasOptions.ENDPOINT;
import static io.millrace.connectors.eas.EasOptions.MAX_IN_FLIGHT;
import static io.millrace.connectors.eas.EasOptions.ON_ERROR;
import static io.millrace.connectors.eas.EasOptions.REQUEST_TEMPLATE;
import static io.millrace.connectors.eas.EasOptions.RETRY_BUDGET;
import static io.millrace.connectors.eas.EasOptions.RETRY_INITIAL_DELAY;
import static io.millrace.connectors.eas.EasOptions.RETRY_MAX_ATTEMPTS;
import static io.millrace.connectors.eas.EasOptions.RETRY_MAX_DELAY;
import static io.millrace.connectors.eas.EasOptions.SERVICE;
import static io.millrace.connectors.eas.EasOptions.TIMEOUT;
import static io.millrace.connectors.eas.EasOptions.TOKEN;

import io.millrace.connectors.http.Backoff;
import io.millrace.connectors.http.HttpAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.types.logical.RowType;

/** Makes lookup tables of {@code 'connector' = 'pai-eas'}. */
public final class EasTableFactory implements DynamicTableSourceFactory {

    static final String IDENTIFIER = "pai-eas";

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(ENDPOINT, SERVICE, TOKEN);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of(
                REQUEST_TEMPLATE,
                EasOptions.REQUEST_PATH,
                EasOptions.RESPONSE_PATH,
                TIMEOUT,
                MAX_IN_FLIGHT,
                ON_ERROR,
                RETRY_MAX_ATTEMPTS,
                RETRY_INITIAL_DELAY,
                RETRY_MAX_DELAY,
                RETRY_BUDGET,
                BREAKER_WINDOW,
                BREAKER_FAILURE_RATIO,
                BREAKER_OPEN_TIME,
                BREAKER_PROBES,
                CACHE_TTL,
                CACHE_MAX_ROWS);
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
        helper.validateExcept(PathOptions.REQUEST, PathOptions.RESPONSE);
        ReadableConfig options = helper.getOptions();
        EasOptionChecks.check(options);
        return new EasTableSource(
                settings(options),
                columns(context, options),
                options.get(ON_ERROR),
                options.getOptional(CACHE_TTL).orElse(null),
                options.get(CACHE_MAX_ROWS));
    }

    /** Returns the JSON pointer to a member of the outermost object. */
    static String pointer(String member) {
        return "/" + member.replace("~", "~0").replace("/", "~1");
    }

    private static EasSettings settings(ReadableConfig options) {
        String endpoint = options.get(ENDPOINT).replaceFirst("/+$", "");
        URI base = HttpAddress.parse(IDENTIFIER, ENDPOINT.key(), endpoint);
        if (base.getQuery() != null) {
            throw new ValidationException("Option 'endpoint' of connector 'pai-eas' must not have a query");
        }
        return new EasSettings(
                URI.create(endpoint + "/api/predict/" + options.get(SERVICE)),
                options.get(SERVICE),
                options.get(TOKEN),
                options.get(TIMEOUT),
                options.get(MAX_IN_FLIGHT),
                options.get(RETRY_MAX_ATTEMPTS),
                new Backoff(options.get(RETRY_INITIAL_DELAY), options.get(RETRY_MAX_DELAY)),
                options.get(RETRY_BUDGET),
                new CircuitBreaker.Thresholds(
                        options.get(BREAKER_WINDOW),
                        options.get(BREAKER_FAILURE_RATIO),
                        options.get(BREAKER_OPEN_TIME),
                        options.get(BREAKER_PROBES)));
    }

    private static EasTableSource.Columns columns(Context context, ReadableConfig options) {
        RowType type = (RowType) context.getPhysicalRowDataType().getLogicalType();
        List<String> names = type.getFieldNames();
        Map<String, String> all = context.getCatalogTable().getOptions();
        Set<String> primaryKey = IntStream.of(context.getPrimaryKeyIndexes())
                .mapToObj(names::get)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, String> request = PathOptions.read(all, PathOptions.REQUEST, names);
        Map<String, String> response = PathOptions.read(all, PathOptions.RESPONSE, names);
        response.keySet().stream().filter(primaryKey::contains).findFirst().ifPresent(name -> {
            throw new ValidationException(
                    "Option 'response.%s.path' of connector 'pai-eas' names a column of the PRIMARY KEY, which is part of the request"
                            .formatted(name));
        });
        return new EasTableSource.Columns(type, primaryKey, options.get(REQUEST_TEMPLATE), request, response);
    }
}
