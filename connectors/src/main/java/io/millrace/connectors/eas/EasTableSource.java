package io.millrace.connectors.eas;

import io.millrace.connectors.json.JsonColumnTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.lookup.AsyncLookupFunctionProvider;
import org.apache.flink.table.types.logical.RowType;

/** The lookup table {@code pai-eas}: request columns are looked up by, response columns are what the model says. */
final class EasTableSource implements LookupTableSource {

    /**
     * The columns of the table.
     *
     * @param primaryKey the request columns; empty when the join decides which they are
     * @param requestPaths JSON pointers that options give, by column
     * @param responsePaths the same for response columns
     */
    record Columns(
            RowType type,
            Set<String> primaryKey,
            String requestTemplate,
            Map<String, String> requestPaths,
            Map<String, String> responsePaths) {}

    private final EasSettings settings;
    private final Columns columns;
    private final ErrorHandling onError;
    private final Duration cacheTtl;
    private final int cacheRows;

    /** @param cacheTtl null for no cache */
    EasTableSource(EasSettings settings, Columns columns, ErrorHandling onError, Duration cacheTtl, int cacheRows) {
        this.settings = settings;
        this.columns = columns;
        this.onError = onError;
        this.cacheTtl = cacheTtl;
        this.cacheRows = cacheRows;
    }

    @Override
    public LookupRuntimeProvider getLookupRuntimeProvider(LookupContext context) {
        Map<String, Integer> keyPositions = keyPositions(context.getKeys());
        Set<String> request = columns.primaryKey().isEmpty() ? keyPositions.keySet() : columns.primaryKey();
        checkRequest(request, keyPositions.keySet());
        List<RequestBody.Column> requestColumns = new ArrayList<>();
        List<ResponseRow.Column> responseColumns = new ArrayList<>();
        List<LookupKeys.Key> keys = new ArrayList<>();
        for (int[] key : context.getKeys()) {
            String name = columns.type().getFieldNames().get(key[0]);
            keys.add(new LookupKeys.Key(key[0], columns.type().getTypeAt(key[0]), request.contains(name)));
        }
        for (int at = 0; at < columns.type().getFieldCount(); at++) {
            RowType.RowField field = columns.type().getFields().get(at);
            String name = field.getName();
            JsonColumnTypes.check(EasTableFactory.IDENTIFIER, name, field.getType());
            if (request.contains(name)) {
                String path = columns.requestPaths().getOrDefault(name, EasTableFactory.pointer(name));
                requestColumns.add(new RequestBody.Column(name, field.getType(), path, keyPositions.get(name)));
            } else {
                checkResponse(field);
                String path = columns.responsePaths().getOrDefault(name, EasTableFactory.pointer(name));
                responseColumns.add(new ResponseRow.Column(name, field.getType(), path, at));
            }
        }
        return AsyncLookupFunctionProvider.of(new EasLookupFunction(
                settings,
                new RequestBody(columns.requestTemplate(), requestColumns),
                new ResponseRow(columns.type().getFieldCount(), responseColumns),
                new LookupKeys(keys),
                onError,
                cacheTtl,
                cacheRows));
    }

    @Override
    public DynamicTableSource copy() {
        return new EasTableSource(settings, columns, onError, cacheTtl, cacheRows);
    }

    @Override
    public String asSummaryString() {
        return "PAI EAS service " + settings.service();
    }

    private Map<String, Integer> keyPositions(int[][] keys) {
        Map<String, Integer> positions = new HashMap<>();
        for (int at = 0; at < keys.length; at++) {
            if (keys[at].length != 1) {
                throw new ValidationException("Connector 'pai-eas' joins on whole columns, not on fields of a ROW");
            }
            positions.put(columns.type().getFieldNames().get(keys[at][0]), at);
        }
        return positions;
    }

    private void checkRequest(Set<String> request, Set<String> joined) {
        Set<String> missing = new TreeSet<>(request);
        missing.removeAll(joined);
        if (!missing.isEmpty()) {
            throw new ValidationException(
                    "A join with a 'pai-eas' table must compare every column of its PRIMARY KEY with '='; it does not compare "
                            + missing);
        }
        columns.requestPaths().keySet().stream()
                .filter(name -> !request.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ValidationException(
                            ("Option 'request.%s.path' of connector 'pai-eas' is set, but the join"
                                            + " does not compare column '%s' with '='")
                                    .formatted(name, name));
                });
    }

    private void checkResponse(RowType.RowField field) {
        if (onError == ErrorHandling.NULL && !field.getType().isNullable()) {
            throw new ValidationException(
                    ("Column '%s' of connector 'pai-eas' is NOT NULL, which a response column cannot"
                                    + " be with 'on-error' = 'null'")
                            .formatted(field.getName()));
        }
    }
}
