package io.millrace.catalog.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EditedTextTest {

    private final SqlStatement statement = statement("\n  SELECT '${a}', '${bb}', x");

    @Test
    void placesBehindReplacementsOfAnyLengthAreTheUsers() {
        int start = statement.source().content().indexOf("${a}");
        int second = statement.source().content().indexOf("${bb}");
        EditedText text = EditedText.of(
                statement,
                List.of(
                        new EditedText.Edit(second, second + 5, ""),
                        new EditedText.Edit(start, start + 4, "a much longer value")));
        assertThat(text.text()).isEqualTo("SELECT 'a much longer value', '', x");
        assertThat(text.locate(text.text().indexOf("x")).toString()).isEqualTo("t.sql:2:27");
        assertThat(text.locate(1, text.text().indexOf("x") + 1).toString()).isEqualTo("t.sql:2:27");
    }

    @Test
    void aPlaceInsideAReplacementIsWhereThePlaceholderStands() {
        int start = statement.source().content().indexOf("${a}");
        EditedText text = EditedText.of(statement, List.of(new EditedText.Edit(start, start + 4, "one\ntwo")));
        assertThat(text.locate(text.text().indexOf("two")).toString()).isEqualTo("t.sql:2:11");
    }

    @Test
    void withOptionsAreReplacedAddedOrGivenAClause() {
        assertThat(changed("CREATE TABLE t (a INT) WITH ('k' = 'v', 'l' = 'w')", Map.of("k", "it's")))
                .isEqualTo("CREATE TABLE t (a INT) WITH ('k' = 'it''s', 'l' = 'w')");
        assertThat(changed("CREATE TABLE t (a INT) WITH ('k' = 'v')", Map.of("m", "x")))
                .isEqualTo("CREATE TABLE t (a INT) WITH ('k' = 'v',\n  'm' = 'x'\n)");
        assertThat(changed("CREATE TABLE t (a INT) WITH ()", Map.of("m", "x")))
                .isEqualTo("CREATE TABLE t (a INT) WITH (\n  'm' = 'x'\n)");
        assertThat(changed("CREATE TABLE t (a INT)", Map.of("m", "x")))
                .isEqualTo("CREATE TABLE t (a INT)\nWITH (\n  'm' = 'x'\n)\n");
        assertThat(changed("CREATE TABLE t LIKE u", Map.of("m", "x")))
                .isEqualTo("CREATE TABLE t \nWITH (\n  'm' = 'x'\n)\nLIKE u");
    }

    private static String changed(String sql, Map<String, String> options) {
        SqlStatement statement = statement(sql);
        return EditedText.of(statement, WithClause.of(statement).withOptions(options))
                .text();
    }

    private static SqlStatement statement(String sql) {
        return SqlSplitter.split(new SourceText("t.sql", sql), new DiagnosticCollector())
                .statements()
                .get(0);
    }
}
