package io.millrace.udf.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacySqlTest {

    private static final FlinkSql SQL = FlinkSql.batch();

    @Test
    void masksColumns() {
        assertThat(
                        SQL.rows(
                                """
                SELECT mask_phone(phone), mask_text(name, 1, 0), mask_card(card) FROM (VALUES
                  ('+1 555 010 4477', 'Jane', 'card 4111 1111 1111 1111'),
                  (CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING))) AS t (phone, name, card)
                """))
                .containsExactlyInAnyOrder(
                        Row.of("+* *** *** 4477", "J***", "card **** **** **** 1111"), Row.of(null, null, null));
    }

    @Test
    void keepsAsManyCharactersAsColumnsSay() {
        assertThat(SQL.rows("SELECT mask_text('Jane', a, b) FROM (VALUES (1, 0), (0, 2), (-1, 0)) AS t (a, b)"))
                .containsExactlyInAnyOrder(Row.of("J***"), Row.of("**ne"), Row.of((Object) null));
    }

    // RFC 4231, 4.3.
    @Test
    void authenticatesTextAndBytesUnderTextAndBytes() {
        String code = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        String data = "ENCODE(data, 'UTF-8')";

        assertThat(SQL.rows("SELECT hmac_sha256(data, 'Jefe'), hmac_sha256(" + data + ", 'Jefe'),"
                        + " hmac_sha256(data, X'4A656665'), hmac_sha256(" + data + ", X'4A656665')"
                        + " FROM (VALUES ('what do ya want for nothing?')) AS t (data)"))
                .containsExactly(Row.of(code, code, code, code));
    }

    @Test
    void takesAKeyFromAColumn() {
        assertThat(SQL.rows("SELECT COUNT(DISTINCT tokenize(v, k)), COUNT(DISTINCT tokenize(v, k, d)),"
                        + " COUNT(DISTINCT hmac_sha256(v, k)), COUNT(tokenize(v, k)) FROM (VALUES"
                        + " ('a', 'k1', 'x'), ('a', 'k2', 'x'), ('a', 'k1', 'y'), ('a', '', 'x')) AS t (v, k, d)"))
                .containsExactly(Row.of(2L, 3L, 2L, 3L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mask_phone('1')",
                "mask_text('Jane', 1, CAST(1 AS SMALLINT))",
                "mask_card(CAST('4' AS CHAR(3)))",
                "hmac_sha256('a', 'k')",
                "hmac_sha256(X'00', X'01')",
                "tokenize('a', 'k')",
                "tokenize('a', X'01', 'email')",
                "hmac_sha256(NULL, 'k')",
            })
    void returnsAString(String call) {
        assertThat(SQL.typeOf(call)).isEqualTo(DataTypes.STRING());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mask_phone(42)",
                "mask_text('a', 'b', 1)",
                "mask_text('a', 1)",
                "mask_card(4111111111111111)",
                "hmac_sha256('a', 1)",
                "hmac_sha256('a')",
                "tokenize(1, 'k')",
            })
    void refusesOtherTypes(String call) {
        assertThatThrownBy(() -> SQL.typeOf(call))
                .hasStackTraceContaining("signatures are:\n" + call.substring(0, call.indexOf('(') + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mask_text('Jane', -1, 0) | mask_text cannot keep -1 characters: give 0 or more.",
                "mask_text('Jane', 0, -2) | mask_text cannot keep -2 characters: give 0 or more.",
                "hmac_sha256('a', '') | The key of hmac_sha256 is empty, which protects nothing: give at least 32 bytes.",
                "hmac_sha256('a', X'') | The key of hmac_sha256 is empty, which protects nothing: give at least 32 bytes.",
                "tokenize('a', '', 'd') | The key of tokenize is empty, which protects nothing: give at least 32 bytes.",
            })
    void refusesAWrongConstantWhilePlanning(String call, String message) {
        assertThatThrownBy(() -> SQL.typeOf(call)).hasStackTraceContaining(message);
    }

    @Test
    void keepsTheKeyOutOfTheMessageThatRefusesACall() {
        assertThatThrownBy(() -> SQL.typeOf("hmac_sha256(1, 'hush-hush')")).satisfies(error -> {
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                assertThat(cause).hasMessageNotContaining("hush-hush");
            }
        });
    }
}
