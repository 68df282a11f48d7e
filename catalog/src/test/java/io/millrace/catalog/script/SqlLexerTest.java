package io.millrace.catalog.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SqlLexerTest {

    private final DiagnosticCollector problems = new DiagnosticCollector();

    @Test
    void stringsKeepWhatLooksLikeCommentsAndDoubledQuotes() {
        assertThat(texts("'a--b' '/* x */' 'it''s' ''")).containsExactly("'a--b'", "'/* x */'", "'it''s'", "''");
        assertThat(tokens("'it''s'").get(0).value()).isEqualTo("it's");
    }

    @Test
    void quotedIdentifiersKeepSemicolonsAndQuotes() {
        assertThat(texts("`a;b` `c``d` `e'f`")).containsExactly("`a;b`", "`c``d`", "`e'f`");
        assertThat(tokens("`c``d`").get(0).value()).isEqualTo("c`d");
    }

    @Test
    void bothCommentStylesLeaveNoToken() {
        assertThat(texts("a -- 'x;\nb // ;\r\nc /* ; '\n */ d /**/ e")).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void divisionAndMinusAreNoComments() {
        assertThat(texts("a / b - c * d")).containsExactly("a", "/", "b", "-", "c", "*", "d");
    }

    @Test
    void hintsAreOneTokenEvenWithACommentEndInAString() {
        assertThat(texts("t /*+ OPTIONS('a' = '*/') */ u")).containsExactly("t", "/*+ OPTIONS('a' = '*/') */", "u");
    }

    @Test
    void wordsMayHoldDollarSignsAndLettersOfAnyScript() {
        assertThat(texts("price$usd 価格 _x 1.5e3")).containsExactly("price$usd", "価格", "_x", "1.5e3");
    }

    @Test
    void offsetsPointIntoTheText() {
        String text = "SELECT /* c */ 'ü' ,\t`x`";
        for (SqlToken token : tokens(text)) {
            assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
        }
    }

    @Test
    void whatIsNeverClosedIsReportedWhereItOpens() {
        assertThat(texts("a\n  `b c")).containsExactly("a");
        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.location().toString()).isEqualTo("t.sql:2:3");
            assertThat(problem.message()).contains("quoted identifier");
        });
    }

    private List<SqlToken> tokens(String text) {
        return SqlLexer.tokens(new SourceText("t.sql", text), problems);
    }

    private List<String> texts(String text) {
        return tokens(text).stream().map(SqlToken::text).toList();
    }
}
