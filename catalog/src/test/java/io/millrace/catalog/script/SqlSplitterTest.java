package io.millrace.catalog.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SqlSplitterTest {

    @Test
    void tellsKindAndNameByTokens() {
        assertThat(
                        described(
                                """
                        CREATE TABLE IF NOT EXISTS `my table` (id INT);
                        create temporary view db.v AS SELECT 1;
                        CREATE TEMPORARY SYSTEM FUNCTION f AS 'x.Y';
                        INSERT INTO a.b.c SELECT 1;
                        INSERT OVERWRITE d SELECT 1;
                        WITH q AS (SELECT 1) SELECT * FROM q;
                        SET 'a' = 'b';
                        DROP TABLE x
                        """))
                .containsExactly(
                        "CREATE_TABLE my table",
                        "CREATE_VIEW db.v",
                        "CREATE_FUNCTION f",
                        "INSERT a.b.c",
                        "INSERT d",
                        "SELECT",
                        "SET",
                        "OTHER");
    }

    @Test
    void statementsStartAtTheirFirstTokenAndEndBeforeTheSemicolon() {
        SqlScript script = split("-- head\n\n  SELECT 1 /* in */ + 2 -- tail\n ; ;\r\nSELECT ';'");
        assertThat(script.statements()).hasSize(2);
        assertThat(script.statements().get(0).text()).isEqualTo("SELECT 1 /* in */ + 2");
        assertThat(script.statements().get(0).location().toString()).isEqualTo("t.sql:3:3");
        assertThat(script.statements().get(1).location().toString()).isEqualTo("t.sql:5:1");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        SqlStatement statement = split("\uFEFFSELECT 1").statements().get(0);
        assertThat(statement.text()).isEqualTo("SELECT 1");
        assertThat(statement.location().column()).isEqualTo(1);
    }

    @Test
    void insertsOfAStatementSetKeepTheirPlaces() {
        SqlScript script =
                split("EXECUTE STATEMENT SET\nBEGIN\nINSERT INTO a SELECT 1;\nINSERT INTO b SELECT 2;\nEND;");
        assertThat(script.statements())
                .extracting(statement -> statement.location().line())
                .containsExactly(3, 4);
    }

    private static List<String> described(String text) {
        return split(text).statements().stream()
                .map(statement -> (statement.kind() + " "
                                + statement.name().map(SqlName::qualified).orElse(""))
                        .strip())
                .toList();
    }

    private static SqlScript split(String text) {
        DiagnosticCollector problems = new DiagnosticCollector();
        SqlScript script = SqlSplitter.split(new SourceText("t.sql", text), problems);
        assertThat(problems.sorted()).isEmpty();
        return script;
    }
}
