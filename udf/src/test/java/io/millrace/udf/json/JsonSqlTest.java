package io.millrace.udf.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSqlTest {

    private static final FlinkSql SQL = FlinkSql.streaming();

    @Test
    void flattensAColumn() {
        assertThat(
                        SQL.rows(
                                """
                SELECT json_flatten(j), json_flatten(j, '/'), json_flatten(j)['a.b[0].c'] FROM (VALUES
                  ('{"a": {"b": [{"c": 1}]}}'), ('{'), (CAST(NULL AS STRING))) AS t (j)
                """))
                .containsExactlyInAnyOrder(
                        Row.of(Map.of("a.b[0].c", "1"), Map.of("a/b[0]/c", "1"), "1"),
                        Row.of(null, null, null),
                        Row.of(null, null, null));
    }

    @Test
    void unnestsTheMap() {
        assertThat(
                        SQL.rows(
                                """
                SELECT id, path, v FROM (VALUES (1, '{"a": 1, "b": {"c": null}}'), (2, 'x')) AS t (id, j)
                CROSS JOIN UNNEST(json_flatten(j)) AS u (path, v)
                """))
                .containsExactlyInAnyOrder(Row.of(1, "a", "1"), Row.of(1, "b.c", null));
    }

    @Test
    void patchesAColumn() {
        assertThat(
                        SQL.rows(
                                """
                SELECT json_merge_patch(d, p) FROM (VALUES
                  ('{"a":{"b":1}}', '{"a":{"c":2}}'), ('{"a":1}', 'x'), (CAST(NULL AS STRING), '{}')) AS t (d, p)
                """))
                .containsExactlyInAnyOrder(
                        Row.of("{\"a\":{\"b\":1,\"c\":2}}"), Row.of((Object) null), Row.of((Object) null));
    }

    @Test
    void givesEachResultItsType() {
        assertThat(SQL.typeOf("json_flatten('{}')")).isEqualTo(DataTypes.MAP(DataTypes.STRING(), DataTypes.STRING()));
        assertThat(SQL.typeOf("json_merge_patch('{}', '{}')")).isEqualTo(DataTypes.STRING());
    }

    @Test
    void refusesAnEmptySeparatorWhilePlanning() {
        assertThatThrownBy(() -> SQL.typeOf("json_flatten('{}', '')"))
                .hasStackTraceContaining(
                        "The separator of json_flatten is empty: give at least one character, such as '.'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"json_flatten(1)", "json_flatten('{}', 1)", "json_merge_patch('{}')", "json_merge_patch(1, '{}')"
            })
    void refusesOtherTypes(String call) {
        assertThatThrownBy(() -> SQL.typeOf(call))
                .hasStackTraceContaining("signatures are:\n" + call.substring(0, call.indexOf('(') + 1));
    }
}
