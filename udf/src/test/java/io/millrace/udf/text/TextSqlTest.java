package io.millrace.udf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSqlTest {

    private static final FlinkSql SQL = FlinkSql.batch();

    // Apache Iceberg, table specification, appendix B; 2147483647 buckets leave the hash without its sign.
    private static final Map<String, Integer> HASHES = Map.ofEntries(
            Map.entry("34", 2017239379),
            Map.entry("CAST(34 AS TINYINT)", 2017239379),
            Map.entry("CAST(34 AS BIGINT)", 2017239379),
            Map.entry("14.20", -500754589),
            Map.entry("CAST(14.2 AS DECIMAL(38, 2))", -500754589),
            Map.entry("DATE '2017-11-16'", -653330422),
            Map.entry("TIME '22:31:08'", -662762989),
            Map.entry("TIMESTAMP '2017-11-16 22:31:08'", -2047944441),
            Map.entry("CAST(TIMESTAMP '2017-11-16 22:31:08' AS TIMESTAMP(9))", -2047944441),
            Map.entry("TIMESTAMP '2017-11-16 22:31:08.000001'", -1207196810),
            Map.entry("CAST(TIMESTAMP '2017-11-16 22:31:08' AS TIMESTAMP_LTZ(3))", -2047944441),
            Map.entry("'iceberg'", 1210000089),
            Map.entry("CAST('iceberg' AS VARCHAR(9))", 1210000089),
            Map.entry("CAST('iceberg' AS STRING)", 1210000089),
            Map.entry("X'00010203'", -188683207),
            Map.entry("CAST(X'00010203' AS BYTES)", -188683207));

    @Test
    void comparesColumns() {
        assertThat(
                        SQL.rows(
                                """
                SELECT levenshtein(a, b), levenshtein(a, b, 1), ROUND(jaro_winkler(a, b), 3) FROM (VALUES
                  ('MARTHA', 'MARHTA'), ('JON', 'JOHN'), (CAST(NULL AS STRING), 'x')) AS t (a, b)
                """))
                .containsExactlyInAnyOrder(Row.of(2, 2, 0.961), Row.of(1, 1, 0.933), Row.of(null, null, null));
    }

    @Test
    void hashesTextAndBytes() {
        assertThat(
                        SQL.rows(
                                """
                SELECT murmur3(v), murmur3(ENCODE(v, 'UTF-8')), xxhash64(v), xxhash64(ENCODE(v, 'UTF-8'))
                FROM (VALUES ('iceberg'), (CAST(NULL AS STRING))) AS t (v)
                """))
                .containsExactlyInAnyOrder(
                        Row.of(1210000089, 1210000089, -8038978699255329899L, -8038978699255329899L),
                        Row.of(null, null, null, null));
    }

    @Test
    void putsEveryTypeInTheBucketThatIcebergPutsItIn() {
        List<String> values = List.copyOf(HASHES.keySet());
        Object[] buckets = values.stream()
                .map(value -> HASHES.get(value) & Integer.MAX_VALUE)
                .toArray();
        String calls = values.stream()
                .map(value -> "bucket(" + value + ", 2147483647)")
                .collect(Collectors.joining(", "));
        String columns =
                IntStream.range(0, values.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));

        assertThat(SQL.rows("SELECT " + calls)).containsExactly(Row.of(buckets));
        assertThat(SQL.rows("SELECT " + columns.replaceAll("c\\d+", "bucket($0, 2147483647)") + " FROM (VALUES ("
                        + String.join(", ", values) + "), (" + String.join(", ", values) + ")) AS t (" + columns + ")"))
                .containsExactly(Row.of(buckets), Row.of(buckets));
    }

    @Test
    void returnsNullForNullAndForFewerBucketsThanOne() {
        assertThat(
                        SQL.rows(
                                """
                SELECT bucket(v, n), bucket(v, 16) FROM (
                  SELECT MAX(v) AS v, MIN(n) AS n FROM (VALUES (1, CAST(NULL AS STRING), 1), (2, 'a', 0), (3, 'a', -1))
                    AS t (id, v, n) GROUP BY id)
                """))
                .containsExactlyInAnyOrder(Row.of(null, null), Row.of(null, 2), Row.of(null, 2));
        assertThat(SQL.value("bucket(NULL, 16)")).isNull();
    }

    @Test
    void givesEachResultItsType() {
        assertThat(SQL.typeOf("levenshtein('a', 'b')")).isEqualTo(DataTypes.INT());
        assertThat(SQL.typeOf("jaro_winkler('a', 'b')")).isEqualTo(DataTypes.DOUBLE());
        assertThat(SQL.typeOf("murmur3('a')")).isEqualTo(DataTypes.INT());
        assertThat(SQL.typeOf("xxhash64(X'00')")).isEqualTo(DataTypes.BIGINT());
        assertThat(SQL.typeOf("bucket(1.5, 16)")).isEqualTo(DataTypes.INT());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "levenshtein('a', 'b', -1) | levenshtein cannot look for distances up to -1: give 0 or more.",
                "bucket('a', 0) | bucket cannot divide into 0 buckets: give 1 or more.",
                "bucket(1, -16) | bucket cannot divide into -16 buckets: give 1 or more.",
                "bucket(1e0, 16) | bucket has no buckets for values of type DOUBLE NOT NULL: give one of INT, BIGINT,",
                "bucket(TRUE, 16) | bucket has no buckets for values of type BOOLEAN NOT NULL: give one of INT, BIGINT,",
                "bucket('a', 1.5) | The number of buckets must be an INT, not DECIMAL(2, 1) NOT NULL.",
                "bucket('a', '16') | The number of buckets must be an INT, not CHAR(2) NOT NULL.",
            })
    void refusesAWrongCallWhilePlanning(String call, String message) {
        assertThatThrownBy(() -> SQL.typeOf(call)).hasStackTraceContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"levenshtein('a', 1)", "jaro_winkler('a')", "murmur3(1)", "xxhash64(1)", "bucket('a')"})
    void refusesOtherTypes(String call) {
        assertThatThrownBy(() -> SQL.typeOf(call))
                .hasStackTraceContaining("signatures are:\n" + call.substring(0, call.indexOf('(') + 1));
    }
}
