package io.millrace.udf.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSqlTest {

    private static final FlinkSql SQL = FlinkSql.batch();

    @Test
    void filtersByBlock() {
        assertThat(
                        SQL.rows(
                                """
                SELECT ip FROM (VALUES ('10.1.2.3'), ('8.8.8.8'), ('::ffff:10.0.0.1'), ('none'), (CAST(NULL AS STRING)))
                  AS t (ip) WHERE ip_in_cidr(ip, '10.0.0.0/8')
                """))
                .containsExactlyInAnyOrder(Row.of("10.1.2.3"), Row.of("::ffff:10.0.0.1"));
    }

    @Test
    void takesTheBlockFromAColumn() {
        assertThat(
                        SQL.rows(
                                "SELECT ip_in_cidr('10.1.2.3', b) FROM (VALUES ('10.0.0.0/8'), ('11.0.0.0/8'), ('x')) AS t (b)"))
                .containsExactlyInAnyOrder(Row.of(true), Row.of(false), Row.of((Object) null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "example.com", "", "10.0.0.0/8%s"})
    void refusesAConstantThatIsNoBlockWhilePlanning(String cidr) {
        assertThatThrownBy(() -> SQL.typeOf("ip_in_cidr('10.1.2.3', '" + cidr + "')"))
                .hasStackTraceContaining(
                        "'" + cidr + "' is no block of IP addresses: write it like 10.0.0.0/8 or 2001:db8::/32.");
    }

    @Test
    void groupsByTheCanonicalAddress() {
        assertThat(
                        SQL.rows(
                                """
                SELECT ip_normalize(ip), COUNT(*) FROM (VALUES ('2001:DB8::1'), ('2001:db8:0:0:0:0:0:1'), ('1.2.3.4'))
                  AS t (ip) GROUP BY ip_normalize(ip)
                """))
                .containsExactlyInAnyOrder(Row.of("2001:db8::1", 2L), Row.of("1.2.3.4", 1L));
    }

    @Test
    void readsParametersFromTheMap() {
        assertThat(
                        SQL.rows(
                                """
                SELECT query_map(url)['q'], url_decode(url), query_map(url) FROM (VALUES
                  ('/search?q=a+b%26c&n=1'), (CAST(NULL AS STRING))) AS t (url)
                """))
                .containsExactlyInAnyOrder(
                        Row.of("a b&c", "/search?q=a b&c&n=1", Map.of("q", "a b&c", "n", "1")),
                        Row.of(null, null, null));
    }

    @Test
    void readsFieldsOfTheClient() {
        assertThat(
                        SQL.rows(
                                """
                SELECT c.browser, c.browser_version, c.os, c.device, c.is_bot FROM (
                  SELECT user_agent(h) AS c FROM (VALUES
                    ('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'),
                    (CAST(NULL AS STRING))) AS t (h))
                """))
                .containsExactlyInAnyOrder(
                        Row.of("Googlebot", "2.1", null, "Spider", true), Row.of(null, null, null, null, null));
    }

    @Test
    void givesEachResultItsType() {
        assertThat(SQL.typeOf("ip_in_cidr('::1', '::/0')")).isEqualTo(DataTypes.BOOLEAN());
        assertThat(SQL.typeOf("ip_normalize(CAST('::1' AS CHAR(3)))")).isEqualTo(DataTypes.STRING());
        assertThat(SQL.typeOf("url_decode('a')")).isEqualTo(DataTypes.STRING());
        assertThat(SQL.typeOf("query_map('a')")).isEqualTo(DataTypes.MAP(DataTypes.STRING(), DataTypes.STRING()));
        assertThat(SQL.typeOf("user_agent('a').is_bot")).isEqualTo(DataTypes.BOOLEAN());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ip_in_cidr(1, '::/0')", "ip_normalize(1)", "url_decode(1)", "query_map(1)", "user_agent(1)"})
    void refusesOtherTypes(String call) {
        assertThatThrownBy(() -> SQL.typeOf(call))
                .hasStackTraceContaining("signatures are:\n" + call.substring(0, call.indexOf('(') + 1));
    }

    @Test
    void aBadBlockInAColumnGivesNullAlsoWhereThePlannerPutsItInAsAConstant() {
        assertThat(SQL.rows("SELECT ip_in_cidr(ip, cidr) FROM (VALUES ('10.1.2.3', 'nonsense')) AS t (ip, cidr)"))
                .containsExactly(Row.of((Object) null));
        assertThat(SQL.rows("SELECT cidr FROM (VALUES ('10.1.2.3', '10.0.0.0/8'), ('10.1.2.3', 'nonsense'))"
                        + " AS t (ip, cidr) WHERE ip_in_cidr(ip, cidr)"))
                .containsExactly(Row.of("10.0.0.0/8"));
    }
}
