package io.millrace.catalog.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClearSecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'username' = 'reader', 'password' = 'p''4ß' | 'username' = 'reader', 'password' = '*****'",
                "'properties.ssl.key.password'='x y', | 'properties.ssl.key.password'='***',",
                "rest: http://me:hunter2@flink:8081 | rest: http://me:*******@flink:8081",
                "'url' = 'jdbc:postgresql://me:hunter2@db/shop' | 'url' = 'jdbc:postgresql://me:*******@db/shop'",
                "{ user: me, password: hunter2, rest: x } | { user: me, password: *******, rest: x }",
                "  password: a b, c} # mine | password: ******* # mine",
                "  db_password: a b,c # mine | db_password: ***** # mine",
                "  token: \"a b\" # mine | token: \"***\" # mine",
                "  access-key-secret: 'a b' | access-key-secret: '***'",
            })
    void valuesBecomeAsterisks(String line, String masked) {
        assertThat(ClearSecrets.masked(line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'password' = '${secret:mysql.password}'",
                "password: \"${secret:flink}\"",
                "secrets: { from: env, prefix: SHOP_ }",
                "secret: [a, b]",
                "'token.endpoint' = 'https://login'",
                "WHERE password = 'x' AND token <> 'y'",
                "SELECT secret, ':' || token",
                "'url' = 'http://host:8080/a@b'",
            })
    void otherTextStays(String line) {
        assertThat(ClearSecrets.masked(line)).isEqualTo(line);
    }

    @Test
    void optionsAreKnownByTheEndOfTheirNames() {
        assertThat(ClearSecrets.isIn("password", "p")).isTrue();
        assertThat(ClearSecrets.isIn("properties.sasl.jaas.config", "login")).isTrue();
        assertThat(ClearSecrets.isIn("connection.api-key", "p")).isTrue();
        assertThat(ClearSecrets.isIn("password", "")).isFalse();
        assertThat(ClearSecrets.isIn("password", "${secret:p}")).isFalse();
        assertThat(ClearSecrets.isIn("oauthbearer.token.endpoint.url", "p")).isFalse();
        assertThat(ClearSecrets.isIn("monkey", "p")).isFalse();
    }
}
