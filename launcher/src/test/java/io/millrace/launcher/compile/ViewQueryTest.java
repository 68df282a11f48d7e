package io.millrace.launcher.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.script.EditedText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewQueryTest {

    private static final EditedText VIEW = Programs.statement("CREATE TEMPORARY VIEW `minute` AS SELECT 1 AS id");

    private final DiagnosticCollector problems = new DiagnosticCollector();

    @Test
    void asksForAllRowsUnderTheViewsQuotedName() {
        assertThat(ViewQuery.all(VIEW).sql().text()).isEqualTo("SELECT * FROM `minute`");
        assertThat(ViewQuery.all(VIEW).reads()).containsExactly("minute");
    }

    @Test
    void putsTheConditionWhereNothingCanFollowIt() {
        ViewQuery query = where("id = 1 /* one */ OR id = 2 -- or two").orElseThrow();

        assertThat(query.sql().text()).isEqualTo("SELECT * FROM `minute` WHERE (id = 1 /* one */ OR id = 2\n)");
    }

    @Test
    void knowsTheTablesOfSubqueriesToo() {
        assertThat(where("id IN (SELECT id FROM wanted)").orElseThrow().reads()).containsExactly("minute", "wanted");
    }

    @Test
    void placesStayThoseOfTheCondition() {
        EditedText sql = where("id = 1\n  AND nam = 'x'").orElseThrow().sql();

        assertThat(sql.locate(sql.text().indexOf("nam"))).hasToString("--where:2:7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1=1; DROP TABLE t",
                "1=1) UNION SELECT 1 FROM (SELECT 1",
                "1=1) --",
                "1=1 ORDER BY id",
                "1=1 UNION ALL SELECT 1",
                "SELECT 1",
                "1=1 LIMIT 1",
                "id = 1, 2",
                "id =",
                " ",
                "-- nothing"
            })
    void refusesWhatIsNotOneExpression(String text) {
        assertThat(where(text)).isEmpty();
        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.SQL_SYNTAX);
            assertThat(problem.location().file()).isEqualTo("--where");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"id = 'x", "1=1 /* x"})
    void refusesWhatNeverEnds(String text) {
        assertThat(where(text)).isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .extracting(Diagnostic::code)
                .isEqualTo(DiagnosticCode.SQL_UNTERMINATED);
    }

    private Optional<ViewQuery> where(String text) {
        return ViewQuery.where(VIEW, new SourceText("--where", text), problems);
    }
}
