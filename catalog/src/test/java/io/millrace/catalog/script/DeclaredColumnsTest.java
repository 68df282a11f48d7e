package io.millrace.catalog.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeclaredColumnsTest {

    @Test
    void aTableListsColumnsOfThreeOrigins() {
        assertThat(columns("CREATE TABLE IF NOT EXISTS a.b.t (id BIGINT NOT NULL, `a,b` MAP<STRING, ROW<x INT, y DATE>>"
                        + " COMMENT 'x, y', big AS id > 1, less AS id < 2, more AS f(id, 3),"
                        + " p INT METADATA FROM 'partition' VIRTUAL, ts TIMESTAMP(3) METADATA,"
                        + " WATERMARK FOR ts AS ts, PRIMARY KEY (id, p) NOT ENFORCED) WITH ('connector' = 'x')"))
                .isEqualTo("id PHYSICAL, a,b PHYSICAL, big COMPUTED, less COMPUTED, more COMPUTED, p METADATA,"
                        + " ts METADATA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE VIEW v (a, b COMMENT 'x') AS SELECT * FROM t | a QUERY, b QUERY",
                "CREATE TEMPORARY VIEW v AS SELECT a, t.b, f(a, b) AS c, a < b AS d FROM t"
                        + " | a QUERY, b QUERY, c QUERY, d QUERY",
                "CREATE VIEW v AS SELECT (SELECT 1 FROM t) AS a | a QUERY",
            })
    void aViewNamesColumnsInAListOrInItsQuery(String sql, String columns) {
        assertThat(columns(sql)).isEqualTo(columns);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t LIKE s",
                "CREATE TABLE t (a INT) LIKE s",
                "CREATE TABLE t WITH ('connector' = 'x')",
                "CREATE VIEW v AS SELECT * FROM t",
                "CREATE VIEW v AS SELECT a, t.* FROM t",
                "CREATE VIEW v AS SELECT a + 1 FROM t",
                "CREATE VIEW v AS SELECT CASE WHEN a THEN b END FROM t",
                "CREATE VIEW v AS SELECT DISTINCT a FROM t",
                "CREATE VIEW v AS WITH x AS (SELECT 1 AS a) SELECT a FROM x",
                "CREATE VIEW v",
            })
    void columnsThatAreNotAllNamedAreNotGuessed(String sql) {
        assertThat(DeclaredColumns.of(statement(sql))).isEmpty();
    }

    private static String columns(String sql) {
        return DeclaredColumns.of(statement(sql)).orElseThrow().stream()
                .map(column -> column.name() + " " + column.origin())
                .collect(Collectors.joining(", "));
    }

    private static SqlStatement statement(String sql) {
        return SqlSplitter.split(new SourceText("t.sql", sql), new DiagnosticCollector())
                .statements()
                .get(0);
    }
}
