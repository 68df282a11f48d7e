package io.millrace.launcher.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlinkStatementAnalyzerTest {

    private final DiagnosticCollector problems = new DiagnosticCollector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            INSERT INTO s SELECT * FROM t                                                        | t
            INSERT INTO s SELECT a FROM t AS x JOIN u ON x.id = u.id, v                          | t u v
            INSERT INTO s SELECT 1 UNION ALL SELECT a FROM t UNION (SELECT b FROM u ORDER BY b)  | t u
            INSERT INTO s SELECT a FROM (SELECT a FROM (SELECT a FROM t) WHERE a IN (SELECT b FROM u)) | t u
            INSERT INTO s SELECT (SELECT MAX(b) FROM u), a FROM t WHERE EXISTS (SELECT 1 FROM v)  | u t v
            INSERT INTO s SELECT * FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) | t
            INSERT INTO s SELECT * FROM TABLE(HOP(DATA => TABLE t, TIMECOL => DESCRIPTOR(ts), SLIDE => INTERVAL '1' MINUTE, SIZE => INTERVAL '2' MINUTE)) | t
            INSERT INTO s SELECT * FROM TABLE(SESSION(TABLE t PARTITION BY id, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) | t
            INSERT INTO s SELECT * FROM t LEFT JOIN u FOR SYSTEM_TIME AS OF t.ts AS x ON t.id = x.id | t u
            INSERT INTO s SELECT w FROM t, LATERAL TABLE(split(name)) AS r(w)                    | t
            INSERT INTO s SELECT w FROM t CROSS JOIN UNNEST(t.items) AS r(w)                     | t
            INSERT INTO s SELECT * FROM t, LATERAL (SELECT b FROM u WHERE u.id = t.id)           | t u
            INSERT INTO s SELECT id FROM t MATCH_RECOGNIZE (ORDER BY ts MEASURES A.id AS id PATTERN (A) DEFINE A AS A.id > 1) | t
            INSERT INTO s SELECT * FROM c.d.t JOIN `o d`.`x` ON TRUE                              | c.d.t;o d.x
            INSERT INTO s SELECT * FROM t /*+ STATE_TTL('t' = '1h') */                            | t
            INSERT INTO s VALUES (1, 'FROM t')                                                   | ""
            INSERT OVERWRITE s SELECT * FROM t                                                   | t
            CREATE TEMPORARY VIEW v AS SELECT a FROM t                                           | t
            CREATE VIEW v (a, b) AS WITH q AS (SELECT a FROM t) SELECT * FROM q JOIN u ON TRUE   | t u
            CREATE TABLE t (id INT) WITH ('connector' = 'print')                                 | ""
            SELECT a FROM t                                                                      | t
            INSERT INTO s WITH q AS (SELECT a FROM t), r AS (SELECT a FROM q) SELECT a FROM r    | t
            INSERT INTO s WITH t AS (SELECT a FROM t) SELECT a FROM t                            | t
            INSERT INTO s SELECT * FROM (WITH q AS (SELECT a FROM t) SELECT a FROM q) JOIN q ON TRUE | t q
            """)
    void findsTheTablesThatQueriesName(String sql, String expected) {
        Set<String> tables = expected.isEmpty() ? Set.of() : Set.of(expected.split(expected.contains(";") ? ";" : " "));

        assertThat(new FlinkStatementAnalyzer().tablesRead(Programs.statement(sql), problems))
                .isEqualTo(tables);
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void reportsASyntaxErrorAtItsPlaceInTheFile() {
        Set<String> tables = new FlinkStatementAnalyzer()
                .tablesRead(Programs.statement("INSERT INTO s\nSELECT '${long}', FROM t"), problems);

        assertThat(tables).isEmpty();
        assertThat(problems.sorted())
                .extracting(Diagnostic::code, Diagnostic::location)
                .containsExactly(tuple(DiagnosticCode.SQL_SYNTAX, new SourceLocation("test.sql", 2, 19)));
    }
}
