package io.millrace.catalog.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementSequenceTest {

    private final DiagnosticCollector problems = new DiagnosticCollector();

    @Test
    void semicolonsInStringsAndCommentsSplitNothing() {
        assertThat(texts("SELECT 'a;b' -- c;\n; /* ; */ SELECT `x;y`;"))
                .containsExactly("SELECT 'a;b'", "SELECT `x;y`");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void aStatementSetInOneStatementStaysWhole() {
        String set = "EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END";
        assertThat(texts(set + "; SELECT 3")).containsExactly(set, "SELECT 3");
        assertThat(texts("EXPLAIN " + set.substring(8))).hasSize(1);
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void theOtherFormOfAStatementSetIsSeveralStatements() {
        assertThat(texts("BEGIN STATEMENT SET; INSERT INTO a SELECT 1; END;"))
                .containsExactly("BEGIN STATEMENT SET", "INSERT INTO a SELECT 1", "END");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void aStatementSetWithoutItsEndIsReportedWhereItBegins() {
        texts("SELECT 1;\n EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1;");
        texts("BEGIN STATEMENT SET; INSERT INTO a SELECT 1;");
        assertThat(problems.sorted())
                .extracting(Diagnostic::code, problem -> problem.location().toString())
                .containsExactly(
                        tuple(DiagnosticCode.BROKEN_STATEMENT_SET, "a.sql:1:1"),
                        tuple(DiagnosticCode.BROKEN_STATEMENT_SET, "a.sql:2:2"));
    }

    @Test
    void anEmptyTextHasNoStatements() {
        assertThat(texts(" ;; -- nothing\n")).isEmpty();
        assertThat(problems.sorted()).isEmpty();
    }

    private List<String> texts(String content) {
        return StatementSequence.of(new SourceText("a.sql", content), problems).statements().stream()
                .map(SqlStatement::text)
                .toList();
    }
}
