package io.millrace.connectors.eas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.connectors.FlinkSql;
import io.millrace.sandbox.protocol.Faults;
import io.millrace.sandbox.protocol.ProtocolServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EasSqlTest {

    private static final String JOIN = "SELECT p.name, p.age, m.score, m.label FROM people AS p %s JOIN risk"
            + " FOR SYSTEM_TIME AS OF p.t AS m ON p.name = m.name AND p.age = m.age";

    private ProtocolServer server;

    @BeforeEach
    void start() throws IOException {
        server = EasTable.server();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<FlinkSql> modes() {
        return Stream.of(FlinkSql.streaming(), FlinkSql.batch());
    }

    @ParameterizedTest
    @MethodSource("modes")
    void aLookupJoinGivesEachRowItsScore(FlinkSql sql) {
        sql.run(EasTable.create(server.url(), "")).run(EasTable.people("('Ann', 30), ('Robert', 71)"));

        // 3 letters + 30, 6 letters + 71, in hundredths
        assertThat(sql.rows(JOIN.formatted("")))
                .containsExactly("+I[Ann, 30, 0.3300, low]", "+I[Robert, 71, 0.7700, high]");
    }

    @Test
    void aNullKeyAsksNothingAndGivesNull() {
        FlinkSql sql = FlinkSql.streaming()
                .run(EasTable.create(server.url(), ""))
                .run(EasTable.people("('Ann', CAST(NULL AS INT)), (CAST(NULL AS STRING), 5)"));

        assertThat(sql.rows(JOIN.formatted("LEFT")))
                .containsExactly("+I[Ann, null, null, null]", "+I[null, 5, null, null]");
        assertThat(server.requests()).isZero();
    }

    @Test
    void aFilterOnAResponseColumnIsAppliedToTheAnswer() throws Exception {
        FlinkSql sql = FlinkSql.streaming()
                .run(EasTable.create(server.url(), ""))
                .run(EasTable.people("('Ann', 30), ('Robert', 71)"));

        assertThat(sql.rows(JOIN.formatted("") + " WHERE m.label = 'high'"))
                .containsExactly("+I[Robert, 71, 0.7700, high]");
        assertThat(received()).contains("{\"inputs\":[{\"name\":\"Robert\",\"age\":71}]}");
    }

    @Test
    void everyTypeGoesToTheServiceAndComesBack() {
        List<String> types = List.of(
                "a BOOLEAN",
                "b TINYINT",
                "c SMALLINT",
                "d INT",
                "e BIGINT",
                "f FLOAT",
                "g DOUBLE",
                "h DECIMAL(10, 3)",
                "i CHAR(2)",
                "j VARCHAR(9)",
                "k STRING",
                "l BYTES",
                "m DATE",
                "n TIME",
                "o TIMESTAMP(3)",
                "p TIMESTAMP_LTZ(3)");
        List<String> nested = List.of("q ARRAY<INT>", "r MAP<STRING, DOUBLE>", "s ROW<x INT, y STRING>");
        String columns = Stream.of(
                        types.stream(),
                        types.stream().map(EasSqlTest::echoed),
                        nested.stream().map(EasSqlTest::echoed))
                .flatMap(declared -> declared)
                .collect(Collectors.joining(", "));
        String paths = "abcdefghijklmnopqrs"
                .chars()
                .mapToObj(name -> "'response.%1$c2.path' = '/echo/%1$c'".formatted(name))
                .collect(Collectors.joining(", "));
        String template = "{\"q\": [1, 2], \"r\": {\"z\": 1.5}, \"s\": {\"y\": \"why\", \"x\": 1}}";
        FlinkSql sql = FlinkSql.streaming()
                .run(EasTable.create(server.url(), columns, paths + ", 'request-template' = '" + template + "'"))
                .run(
                        """
                        CREATE VIEW given AS SELECT CAST(a AS BOOLEAN) AS a, CAST(b AS TINYINT) AS b,
                        CAST(c AS SMALLINT) AS c, CAST(d AS INT) AS d, CAST(e AS BIGINT) AS e, CAST(f AS FLOAT) AS f,
                        CAST(g AS DOUBLE) AS g, CAST(h AS DECIMAL(10, 3)) AS h, CAST(i AS CHAR(2)) AS i,
                        CAST(j AS VARCHAR(9)) AS j, CAST(k AS STRING) AS k, CAST(l AS BYTES) AS l, CAST(m AS DATE) AS m,
                        CAST(n AS TIME) AS n, CAST(o AS TIMESTAMP(3)) AS o, CAST(p AS TIMESTAMP_LTZ(3)) AS p,
                        PROCTIME() AS t FROM (VALUES
                        ('true', '-1', '300', '70000', '9007199254740993', '1.5', '0.1', '20', 'xy', 'v', 'k"é', x'00ff',
                         '2026-01-31', '10:20:30', '2026-01-31 10:20:30.123', '2026-01-31 10:20:30.123'),
                        ('false', '2', '-3', '4', '5', '-6', '1e20', '0.001', 'ab', 'w', '', x'', '1969-12-31',
                         '00:00:00', '1969-12-31 23:59:59', '1969-12-31 23:59:59.5'))
                        AS v (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)
                        """);
        String on = "abcdefghijklmnop"
                .chars()
                .mapToObj(name -> "g.%1$c = m.%1$c".formatted(name))
                .collect(Collectors.joining(" AND "));

        assertThat(sql.rows("SELECT a2, b2, c2, d2, e2, f2, g2, h2, i2, j2, k2, l2, m2, n2, o2, p2, q2, r2, s2"
                        + " FROM given AS g JOIN risk FOR SYSTEM_TIME AS OF g.t AS m ON " + on))
                .containsExactly(
                        "+I[false, 2, -3, 4, 5, -6.0, 1.0E20, 0.001, ab, w, , [], 1969-12-31, 00:00,"
                                + " 1969-12-31T23:59:59, 1969-12-31T23:59:59.500Z, [1, 2], {z=1.5}, +I[1, why]]",
                        "+I[true, -1, 300, 70000, 9007199254740993, 1.5, 0.1, 20.000, xy, v, k\"é, [0, -1],"
                                + " 2026-01-31, 10:20:30, 2026-01-31T10:20:30.123, 2026-01-31T10:20:30.123Z, [1, 2], {z=1.5},"
                                + " +I[1, why]]");
    }

    private static String echoed(String column) {
        return column.charAt(0) + "2" + column.substring(1);
    }

    @Test
    void anErrorGivesNullWhereThatIsWanted() {
        server.faults(Faults.failing(1, 500));
        FlinkSql sql = FlinkSql.streaming()
                .run(EasTable.create(server.url(), ", 'on-error' = 'null', 'retry.initial-delay' = '1 ms'"))
                .run(EasTable.people("('Ann', 30)"));

        assertThat(sql.rows(JOIN.formatted(""))).containsExactly("+I[Ann, 30, null, null]");
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void anErrorElseFailsTheJobWithoutShowingTheToken() {
        server.faults(Faults.failing(1, 401));
        FlinkSql sql =
                FlinkSql.streaming().run(EasTable.create(server.url(), "")).run(EasTable.people("('Ann', 30)"));

        Throwable failure = catchThrowable(() -> sql.rows(JOIN.formatted("")));

        assertThat(FlinkSql.messages(failure))
                .contains("PAI EAS service 'risk' refused with status 401: check the option 'token'")
                .doesNotContain(EasTable.TOKEN);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void anAnswerThatDoesNotFitNamesTheColumn() {
        FlinkSql sql = FlinkSql.streaming()
                .run(EasTable.create(
                        server.url(),
                        "name STRING, score INT, PRIMARY KEY (name) NOT ENFORCED",
                        "'response.score.path' = '/outputs/0/score'"))
                .run(EasTable.people("('Ann', 30)"));

        Throwable failure = catchThrowable(() -> sql.rows(
                "SELECT m.score FROM people AS p JOIN risk" + " FOR SYSTEM_TIME AS OF p.t AS m ON p.name = m.name"));

        assertThat(FlinkSql.messages(failure))
                .contains("gave an answer that cannot be read: column 'score' at '/outputs/0/score': it is no INT");
    }

    @Test
    void theCacheAnswersEqualRequests() {
        FlinkSql sql = FlinkSql.streaming()
                .run(EasTable.create(server.url(), ", 'cache.ttl' = '1 min'"))
                .run(EasTable.people("('Ann', 30), ('Ann', 30), ('Ann', 30), ('Ann', 30)"));

        assertThat(sql.rows(JOIN.formatted(""))).hasSize(4).containsOnly("+I[Ann, 30, 0.3300, low]");
        assertThat(server.requests()).isLessThanOrEqualTo(2);
    }

    private String received() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/_admin/received"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).toString();
    }
}
