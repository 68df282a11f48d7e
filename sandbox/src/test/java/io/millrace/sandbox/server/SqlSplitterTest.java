package io.millrace.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlSplitterTest {

    @Test
    void statementsEndAtSemicolonsAndKeepTheirLine() {
        assertThat(SqlSplitter.split("SELECT 1;\n\n  SELECT\n2 ;\nSELECT 3", SqlDialect.MYSQL))
                .containsExactly(
                        new SqlStatement("SELECT 1", 1),
                        new SqlStatement("SELECT\n2", 3),
                        new SqlStatement("SELECT 3", 5));
    }

    @Test
    void nothingButCommentsIsNoStatement() {
        assertThat(mysql("-- a;\n# b;\n/* c; */ ;;\n--\n")).isEmpty();
        assertThat(postgres("--a;\n/* b /* c; */ d; */")).isEmpty();
    }

    @Test
    void semicolonsInQuotesAndCommentsDoNotEndAStatement() {
        assertThat(mysql("SELECT 'a;\\';', \"b;\", `c;` -- d;\n, 1 /* e; */; SELECT 2"))
                .containsExactly("SELECT 'a;\\';', \"b;\", `c;` -- d;\n, 1 /* e; */", "SELECT 2");
    }

    @Test
    void aDoubledQuoteStaysInside() {
        assertThat(mysql("SELECT 'it''s;'; SELECT 2")).containsExactly("SELECT 'it''s;'", "SELECT 2");
    }

    @Test
    void aBackslashEscapesInPostgresOnlyAfterE() {
        assertThat(postgres("SELECT '\\'; SELECT E'\\';'")).containsExactly("SELECT '\\'", "SELECT E'\\';'");
    }

    @Test
    void twoDashesWithoutASpaceAreNoCommentInMySql() {
        assertThat(mysql("SELECT 1--1; SELECT 2")).containsExactly("SELECT 1--1", "SELECT 2");
    }

    @Test
    void dollarQuotesHoldAnything() {
        assertThat(postgres("DO $body$ BEGIN x := '$$;'; END; $body$; SELECT $1, a$b; SELECT $$;$$"))
                .containsExactly("DO $body$ BEGIN x := '$$;'; END; $body$", "SELECT $1, a$b", "SELECT $$;$$");
    }

    @Test
    void theDelimiterOfMySqlsShellMayChange() {
        assertThat(
                        mysql(
                                """
                DELIMITER //
                CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; SET NEW.c = 2; END//
                delimiter ;
                SELECT 1;
                """))
                .containsExactly(
                        "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; SET NEW.c = 2; END",
                        "SELECT 1");
    }

    @Test
    void anExecutableCommentIsAStatement() {
        assertThat(mysql("/*!40101 SET NAMES utf8; */; /* no */ SELECT 1"))
                .containsExactly("/*!40101 SET NAMES utf8; */", "SELECT 1");
    }

    @Test
    void whatDoesNotEndIsTakenToTheEnd() {
        assertThat(mysql("SELECT 'abc; \\")).containsExactly("SELECT 'abc; \\");
        assertThat(mysql("SELECT 1 /* abc;")).containsExactly("SELECT 1 /* abc;");
        assertThat(postgres("SELECT $$ abc;")).containsExactly("SELECT $$ abc;");
    }

    @Test
    void onlyStatementsForTheSessionAreRunAgain() {
        assertThat(new SqlStatement("use shop", 1).isForSession()).isTrue();
        assertThat(new SqlStatement("SET search_path = x", 1).isForSession()).isTrue();
        assertThat(new SqlStatement("SET GLOBAL x = 1", 1).isForSession()).isFalse();
        assertThat(new SqlStatement("USER", 1).isForSession()).isFalse();
    }

    private static List<String> mysql(String script) {
        return SqlSplitter.split(script, SqlDialect.MYSQL).stream()
                .map(SqlStatement::text)
                .toList();
    }

    private static List<String> postgres(String script) {
        return SqlSplitter.split(script, SqlDialect.POSTGRES).stream()
                .map(SqlStatement::text)
                .toList();
    }
}
