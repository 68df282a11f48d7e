package io.millrace.connectors.tolerant;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.factories.DeserializationFormatFactory;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.FactoryUtil;

/**
 * Makes a format that parses as another one does, and makes a row with the error and the message of what that one cannot
 * parse. It has the other one's options, without the one that leaves such messages out.
 */
public abstract class TolerantFormatFactory implements DeserializationFormatFactory {

    private static final String PREFIX = "tolerant-";
    private static final String LEAVES_OUT = "ignore-parse-errors";

    private final String parser;

    /**
     * Wraps a format whose rows are only inserted.
     *
     * @param parser the identifier of the format that parses
     */
    protected TolerantFormatFactory(String parser) {
        this.parser = parser;
    }

    @Override
    public final String factoryIdentifier() {
        return PREFIX + parser;
    }

    @Override
    public final Set<ConfigOption<?>> requiredOptions() {
        return parser(contextLoader()).requiredOptions();
    }

    @Override
    public final Set<ConfigOption<?>> optionalOptions() {
        return parser(contextLoader()).optionalOptions().stream()
                .filter(option -> !option.key().equals(LEAVES_OUT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public final DecodingFormat<DeserializationSchema<RowData>> createDecodingFormat(
            DynamicTableFactory.Context context, ReadableConfig options) {
        FactoryUtil.validateFactoryOptions(this, options);
        for (Column column : context.getCatalogTable().getResolvedSchema().getColumns()) {
            if (column.isPhysical() && !column.getDataType().getLogicalType().isNullable()) {
                throw new ValidationException("The column '" + column.getName() + "' is NOT NULL, but the format '"
                        + factoryIdentifier() + "' makes a row of NULLs of what cannot be parsed.");
            }
        }
        return TolerantDecodingFormat.around(parser(context.getClassLoader()).createDecodingFormat(context, options));
    }

    private DeserializationFormatFactory parser(ClassLoader loader) {
        return FactoryUtil.discoverFactory(loader, DeserializationFormatFactory.class, parser);
    }

    private static ClassLoader contextLoader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
