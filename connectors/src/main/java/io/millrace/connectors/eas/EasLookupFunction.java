package io.millrace.connectors.eas;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.AsyncLookupFunction;
import org.apache.flink.table.functions.FunctionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks predictions up, one request for a row that the cache does not answer. */
public final class EasLookupFunction extends AsyncLookupFunction {

    private static final Logger LOG = LoggerFactory.getLogger(EasLookupFunction.class);
    private static final long NANOS_BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final EasSettings settings;
    private final RequestBody request;
    private final ResponseRow response;
    private final LookupKeys keys;
    private final ErrorHandling onError;
    private final Duration cacheTtl;
    private final int cacheRows;

    private transient EasMetrics metrics;
    private transient EasClient client;
    private transient AnswerCache<GenericRowData> cache;
    private transient volatile long warnedAt;

    /** @param cacheTtl null for no cache */
    EasLookupFunction(
            EasSettings settings,
            RequestBody request,
            ResponseRow response,
            LookupKeys keys,
            ErrorHandling onError,
            Duration cacheTtl,
            int cacheRows) {
        this.settings = settings;
        this.request = request;
        this.response = response;
        this.keys = keys;
        this.onError = onError;
        this.cacheTtl = cacheTtl;
        this.cacheRows = cacheRows;
    }

    @Override
    public void open(FunctionContext context) {
        metrics = new EasMetrics(context.getMetricGroup());
        client = new EasClient(settings, metrics);
        cache = cacheTtl == null ? null : new AnswerCache<>(cacheTtl, cacheRows, System::nanoTime);
        warnedAt = System.nanoTime() - NANOS_BETWEEN_WARNINGS;
    }

    @Override
    public CompletableFuture<Collection<RowData>> asyncLookup(RowData lookup) {
        if (request.lacksValues(lookup)) {
            return CompletableFuture.completedFuture(List.of());
        }
        return answer(lookup).handle((answer, error) -> {
            if (error == null) {
                GenericRowData row = keys.fill(answer, lookup);
                return keys.agree(row, lookup) ? List.of(row) : List.of();
            }
            return List.of(keys.fill(withoutAnswer(error), lookup));
        });
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }

    private CompletableFuture<GenericRowData> answer(RowData lookup) {
        String body;
        try {
            body = request.of(lookup);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(
                    new EasException("A request for PAI EAS cannot be made, " + e.getMessage(), e));
        }
        return cache == null
                ? call(body)
                : cache.get(body, metrics::cacheHit, () -> {
                    metrics.cacheMiss();
                    return call(body);
                });
    }

    private CompletableFuture<GenericRowData> call(String body) {
        return client.predict(body).thenApply(text -> {
            try {
                return response.of(text);
            } catch (IllegalArgumentException e) {
                metrics.failed();
                throw new CompletionException(new EasException(
                        "PAI EAS service '" + settings.service() + "' gave an answer that cannot be read: "
                                + e.getMessage(),
                        e));
            }
        });
    }

    private GenericRowData withoutAnswer(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (onError == ErrorHandling.FAIL) {
            throw new CompletionException(cause);
        }
        long now = System.nanoTime();
        if (now - warnedAt >= NANOS_BETWEEN_WARNINGS) {
            warnedAt = now;
            LOG.warn(
                    "Rows get NULL for a prediction: {}. Further warnings follow at most once a minute.",
                    cause.getMessage());
        }
        return response.empty();
    }
}
