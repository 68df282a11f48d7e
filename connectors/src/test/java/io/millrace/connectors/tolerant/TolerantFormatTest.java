package io.millrace.connectors.tolerant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.ResolvedCatalogTable;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.runtime.connector.source.ScanRuntimeProviderContext;
import org.apache.flink.table.types.DataType;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TolerantFormatTest {

    private static final List<Column> COLUMNS =
            List.of(Column.physical("id", DataTypes.BIGINT()), Column.physical("price", DataTypes.DOUBLE()));

    private static final List<String> ALL = List.of("parse-error", "raw");

    @Test
    void whatFitsIsARowWithoutAnError() throws Exception {
        assertThat(json(ALL, "{\"id\": 1, \"price\": 2.5}")).containsExactly(GenericRowData.of(1L, 2.5, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{broken | Unexpected character ('b' (code 98)): was expecting double-quote to start field name",
                "{'id': 1, 'price': 'cheap'} | field: price",
                "{'id': 99999999999999999999} | field: id",
                "[1, 2] | ",
                "{'id': 1, 'price': 2.5 | Unexpected end-of-input",
                "not JSON | Unrecognized token 'not'",
            })
    void whatDoesNotFitIsARowOfNullsWithTheErrorAndTheMessage(String message, String error) throws Exception {
        String sent = message.replace('\'', '"');

        List<RowData> rows = json(ALL, sent);

        assertThat(rows).hasSize(1);
        RowData row = rows.get(0);
        assertThat(row.isNullAt(0) && row.isNullAt(1)).isTrue();
        assertThat(row.getString(2).toString())
                .contains(error == null ? "" : error)
                .isNotBlank()
                .doesNotContain("\n");
        assertThat(row.getBinary(3)).isEqualTo(sent.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyTheMetadataThatAreDeclaredAreMade() throws Exception {
        assertThat(json(List.of("raw"), "x", "{\"id\": 2}"))
                .containsExactly(
                        GenericRowData.of(null, null, "x".getBytes(StandardCharsets.UTF_8)),
                        GenericRowData.of(2L, null, null));
        assertThat(json(List.of(), "x", "{\"id\": 2}"))
                .containsExactly(GenericRowData.of(null, null), GenericRowData.of(2L, null));
    }

    @Test
    void aTombstoneIsNoRow() throws Exception {
        assertThat(json(ALL, (String) null)).isEmpty();
    }

    @Test
    void columnsThatAreNotReadAreLeftOut() throws Exception {
        DeserializationSchema<RowData> parser =
                parser(new TolerantJsonFormatFactory(), ALL, Map.of(), new int[][] {{1}});

        assertThat(rows(parser, "{\"id\": 1, \"price\": 2.5}", "-"))
                .satisfiesExactly(
                        row -> assertThat(row).isEqualTo(GenericRowData.of(2.5, null, null)),
                        row -> assertThat(row.getString(1)).isNotNull());
    }

    @Test
    void optionsAreThoseOfTheFormatInside() throws Exception {
        DeserializationSchema<RowData> strict =
                parser(new TolerantJsonFormatFactory(), ALL, Map.of("fail-on-missing-field", "true"), null);

        assertThat(rows(strict, "{\"id\": 1}"))
                .singleElement()
                .satisfies(row -> assertThat(row.getString(2).toString()).contains("missing in the JSON"));
        assertThat(new TolerantJsonFormatFactory().optionalOptions())
                .extracting(option -> option.key())
                .contains("timestamp-format.standard", "fail-on-missing-field")
                .doesNotContain("ignore-parse-errors");
    }

    @Test
    void linesOfCsvAreParsedToo() throws Exception {
        DeserializationSchema<RowData> parser =
                parser(new TolerantCsvFormatFactory(), ALL, Map.of("field-delimiter", ";"), null);

        assertThat(rows(parser, "7;1.5", "seven;1.5"))
                .satisfiesExactly(
                        row -> assertThat(row).isEqualTo(GenericRowData.of(7L, 1.5, null, null)),
                        row -> assertThat(row.getString(2))
                                .isEqualTo(StringData.fromString("For input string: \"seven\"")));
    }

    @Test
    void columnsThatCannotBeNullAreRefused() {
        List<Column> columns = List.of(Column.physical("id", DataTypes.BIGINT().notNull()));

        assertThatThrownBy(
                        () -> new TolerantJsonFormatFactory().createDecodingFormat(table(columns), new Configuration()))
                .isInstanceOf(ValidationException.class)
                .hasMessage("The column 'id' is NOT NULL, but the format 'tolerant-json' makes a row of NULLs of what"
                        + " cannot be parsed.");
    }

    @Test
    void rowsAreOnlyInserted() {
        assertThat(new TolerantJsonFormatFactory()
                        .createDecodingFormat(table(COLUMNS), new Configuration())
                        .getChangelogMode())
                .isEqualTo(ChangelogMode.insertOnly());
    }

    private static List<RowData> json(List<String> metadata, String... messages) throws Exception {
        return rows(parser(new TolerantJsonFormatFactory(), metadata, Map.of(), null), messages);
    }

    private static DeserializationSchema<RowData> parser(
            TolerantFormatFactory factory, List<String> metadata, Map<String, String> options, int[][] projection) {
        DataType type = ResolvedSchema.of(COLUMNS).toPhysicalRowDataType();
        var format =
                (TolerantDecodingFormat) factory.createDecodingFormat(table(COLUMNS), Configuration.fromMap(options));
        assertThat(format.listReadableMetadata().keySet()).containsExactlyElementsOf(ALL);
        format.applyReadableMetadata(metadata);
        int[][] projected = projection == null ? new int[][] {{0}, {1}} : projection;
        return format.createRuntimeDecoder(ScanRuntimeProviderContext.INSTANCE, type, projected);
    }

    private static List<RowData> rows(DeserializationSchema<RowData> parser, String... messages) throws Exception {
        parser.open(new Unregistered());
        List<RowData> rows = new ArrayList<>();
        for (String message : messages) {
            byte[] bytes = message == null ? null : message.getBytes(StandardCharsets.UTF_8);
            parser.deserialize(bytes, new ListCollector<>(rows));
        }
        return rows;
    }

    private static DynamicTableFactory.Context table(List<Column> columns) {
        ResolvedSchema schema = ResolvedSchema.of(columns);
        CatalogTable table = CatalogTable.newBuilder()
                .schema(Schema.newBuilder().fromResolvedSchema(schema).build())
                .build();
        return new FactoryUtil.DefaultDynamicTableContext(
                ObjectIdentifier.of("c", "d", "t"),
                new ResolvedCatalogTable(table, schema),
                Map.of(),
                new Configuration(),
                TolerantFormatTest.class.getClassLoader(),
                false);
    }

    /** What a parser is opened with outside a job. */
    private record Unregistered() implements DeserializationSchema.InitializationContext {

        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public UserCodeClassLoader getUserCodeClassLoader() {
            return SimpleUserCodeClassLoader.create(TolerantFormatTest.class.getClassLoader());
        }
    }
}
