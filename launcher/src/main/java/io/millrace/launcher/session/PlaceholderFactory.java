package io.millrace.launcher.session;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.script.Placeholder;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SecretSource;
import io.millrace.launcher.compile.TableRewriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.catalog.ResolvedCatalogTable;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;

/**
 * Puts values into a table's options at the moment in which the planner makes a source or a sink of it, and leaves the
 * rest to the connector. The catalog, and all that is printed from it, keeps the placeholders.
 */
final class PlaceholderFactory implements DynamicTableSourceFactory, DynamicTableSinkFactory {

    private final PlaceholderValues values;
    private final TableRewriter rewriter;
    private final Redaction redaction;
    private final SecretSource standIns;
    private volatile boolean connects;

    /** @param standIns take the place of secrets where nothing connects */
    PlaceholderFactory(PlaceholderValues values, TableRewriter rewriter, Redaction redaction, SecretSource standIns) {
        this.standIns = standIns;
        this.values = values;
        this.rewriter = rewriter;
        this.redaction = redaction;
    }

    /** Whether tables are made for statements that connect to their servers, or only planned. */
    void connects(boolean statementConnects) {
        connects = statementConnects;
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        return FactoryUtil.createDynamicTableSource(
                null,
                context.getObjectIdentifier(),
                resolved(context),
                context.getEnrichmentOptions(),
                context.getConfiguration(),
                context.getClassLoader(),
                context.isTemporary());
    }

    @Override
    public DynamicTableSink createDynamicTableSink(Context context) {
        return FactoryUtil.createDynamicTableSink(
                null,
                context.getObjectIdentifier(),
                resolved(context),
                context.getEnrichmentOptions(),
                context.getConfiguration(),
                context.getClassLoader(),
                context.isTemporary());
    }

    @Override
    public String factoryIdentifier() {
        return "millrace";
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    private ResolvedCatalogTable resolved(Context context) {
        ResolvedCatalogTable table = context.getCatalogTable();
        Map<String, String> written = table.getOptions();
        Map<String, String> options = new HashMap<>();
        written.forEach((key, text) ->
                options.put(key, Placeholder.replace(text, placeholder -> value(placeholder, key, written))));
        return table.copy(rewriter.rewrite(context.getObjectIdentifier().getObjectName(), options));
    }

    private String value(Placeholder placeholder, String key, Map<String, String> options) {
        if (placeholder.isMalformed()) {
            return placeholder.toString();
        }
        if (!placeholder.secret()) {
            return variable(placeholder.name());
        }
        return connects
                ? secret(placeholder.name())
                : standIns.value(placeholder, key, options).orElseThrow();
    }

    private String secret(String name) {
        String value = values.secret(name)
                .orElseThrow(() -> SessionFailure.lacking(
                        DiagnosticCode.MISSING_SECRET, "no value for the secret '" + name + "'"));
        redaction.add(value);
        return value;
    }

    private String variable(String name) {
        return values.variable(name, connects)
                .orElseThrow(() -> SessionFailure.lacking(
                        DiagnosticCode.UNDEFINED_VARIABLE,
                        "the variable '" + name + "' is not defined"
                                + NearestName.hint(name, values.variables())
                                        .map(hint -> "; " + hint)
                                        .orElse("")));
    }
}
