package io.millrace.udf.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrokTest {

    private static final String BOM = "\uFEFF";

    private final Grok grok = new Grok();

    @BeforeEach
    void open() {
        grok.open(null);
    }

    // The example of Logstash's manual for its grok filter.
    @Test
    void takesNamedFieldsOutOfALine() {
        assertThat(grok.eval(
                        "%{IP:client} %{WORD:method} %{URIPATHPARAM:request} %{NUMBER:bytes} %{NUMBER:duration}",
                        "55.3.244.1 GET /index.html 15824 0.043"))
                .isEqualTo(Map.of(
                        "client", "55.3.244.1",
                        "method", "GET",
                        "request", "/index.html",
                        "bytes", "15824",
                        "duration", "0.043"));
    }

    // The example of nginx's and Apache's manuals for the combined format.
    @Test
    void readsTheCombinedFormat() {
        String line = "127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 2326 "
                + "\"http://www.example.com/start.html\" \"Mozilla/4.08 [en] (Win98; I ;Nav)\"";
        Map<String, String> fields = Map.of(
                "clientip", "127.0.0.1",
                "auth", "frank",
                "timestamp", "10/Oct/2000:13:55:36 -0700",
                "verb", "GET",
                "request", "/apache_pb.gif",
                "httpversion", "1.0",
                "response", "200",
                "bytes", "2326",
                "referrer", "http://www.example.com/start.html",
                "agent", "Mozilla/4.08 [en] (Win98; I ;Nav)");

        assertThat(grok.eval("%{COMBINEDAPACHELOG}", line)).isEqualTo(fields);
        assertThat(grok.eval("%{NGINXACCESS}", line)).isEqualTo(fields);
        assertThat(grok.eval("%{COMMONAPACHELOG}", line)).hasSize(8).containsEntry("bytes", "2326");
    }

    @Test
    void readsNginxLinesAsServersWriteThem() {
        assertThat(grok.eval(
                        "%{NGINXACCESS}",
                        "2001:db8::8a2e:370:7334 - - [22/Nov/2026:18:38:59 +0000] \"POST /api/v1/orders?id=7&x=%20 HTTP/2.0\" 502 0 "
                                + "\"-\" \"curl/8.5.0\" \"203.0.113.7, 10.0.0.1\""))
                .isEqualTo(Map.of(
                        "clientip", "2001:db8::8a2e:370:7334",
                        "timestamp", "22/Nov/2026:18:38:59 +0000",
                        "verb", "POST",
                        "request", "/api/v1/orders?id=7&x=%20",
                        "httpversion", "2.0",
                        "response", "502",
                        "bytes", "0",
                        "agent", "curl/8.5.0",
                        "forwarded", "203.0.113.7, 10.0.0.1"));
        assertThat(grok.eval(
                        "%{NGINXACCESS}",
                        "198.51.100.4 - - [22/Nov/2026:18:38:59 +0000] \"\\x16\\x03\\x01\\x02\" 400 157 \"-\" \"-\""))
                .containsEntry("rawrequest", "\\x16\\x03\\x01\\x02")
                .containsEntry("response", "400")
                .doesNotContainKeys("verb", "agent", "referrer", "auth");
        assertThat(grok.eval(
                        "%{NGINXERROR}",
                        "2026/11/22 10:15:30 [error] 31#32: *7 open() \"/srv/favicon.ico\" failed (2: No such file or directory), "
                                + "client: 198.51.100.4, server: example.com"))
                .containsEntry("timestamp", "2026/11/22 10:15:30")
                .containsEntry("level", "error")
                .containsEntry("pid", "31")
                .containsEntry("tid", "32")
                .containsEntry("connection", "7");
    }

    // RFC 5424, section 6.5, examples 1 to 4.
    @Test
    void readsTheExamplesOfRfc5424() {
        assertThat(syslog("<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - " + BOM
                        + "'su root' failed for lonvick on /dev/pts/8"))
                .isEqualTo(Map.of(
                        "syslog5424_pri", "34",
                        "syslog5424_ver", "1",
                        "syslog5424_ts", "2003-10-11T22:14:15.003Z",
                        "syslog5424_host", "mymachine.example.com",
                        "syslog5424_app", "su",
                        "syslog5424_msgid", "ID47",
                        "syslog5424_msg", "'su root' failed for lonvick on /dev/pts/8"));
        assertThat(
                        syslog(
                                "<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - - %% It's time to make the do-nuts."))
                .containsEntry("syslog5424_ts", "2003-08-24T05:14:15.000003-07:00")
                .containsEntry("syslog5424_host", "192.0.2.1")
                .containsEntry("syslog5424_proc", "8710")
                .containsEntry("syslog5424_msg", "%% It's time to make the do-nuts.");
        assertThat(syslog("<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 "
                        + "[exampleSDID@32473 iut=\"3\" eventSource=\"Application\" eventID=\"1011\"] " + BOM
                        + "An application event log entry..."))
                .containsEntry(
                        "syslog5424_sd", "[exampleSDID@32473 iut=\"3\" eventSource=\"Application\" eventID=\"1011\"]")
                .containsEntry("syslog5424_msg", "An application event log entry...");
        assertThat(syslog("<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 "
                        + "[exampleSDID@32473 iut=\"3\" eventSource=\"Application\" eventID=\"1011\"]"
                        + "[examplePriority@32473 class=\"high\"]"))
                .containsEntry(
                        "syslog5424_sd",
                        "[exampleSDID@32473 iut=\"3\" eventSource=\"Application\" eventID=\"1011\"]"
                                + "[examplePriority@32473 class=\"high\"]")
                .doesNotContainKeys("syslog5424_msg", "syslog5424_proc");
    }

    // RFC 3164, section 5.4, examples 1 and 2.
    @Test
    void readsBsdSyslog() {
        assertThat(grok.eval(
                        "%{SYSLOGLINE}",
                        "<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8"))
                .isEqualTo(Map.of(
                        "priority", "34",
                        "timestamp", "Oct 11 22:14:15",
                        "logsource", "mymachine",
                        "program", "su",
                        "message", "'su root' failed for lonvick on /dev/pts/8"));
        assertThat(grok.eval("%{SYSLOGLINE}", "Nov  2 08:01:02 web-1 sshd[4711]: Connection closed"))
                .containsEntry("program", "sshd")
                .containsEntry("pid", "4711");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            2026-11-22 10:15:30,123 INFO  [main] com.example.App - Started in 3 s               ~ INFO  ~ main ~ com.example.App ~ Started in 3 s
            2026-11-22 10:15:30,123 [http-nio-8080-exec-1] WARN  c.e.Shop: low stock: 3         ~ WARN  ~ http-nio-8080-exec-1 ~ c.e.Shop ~ low stock: 3
            2026-11-22 10:15:30,123 ERROR org.apache.flink.runtime.Master     [] - Lost x       ~ ERROR ~ ~ org.apache.flink.runtime.Master ~ Lost x
            2026-11-22T10:15:30.123Z DEBUG [Source: t[1] (1/2)#0] o.a.f.Task - a - b            ~ DEBUG ~ Source: t[1] (1/2)#0 ~ o.a.f.Task ~ a - b
            [2026-11-22 10:15:30,123] INFO kafka.server.KafkaServer - started                   ~ INFO ~ ~ kafka.server.KafkaServer ~ started
            """)
    void readsLinesOfLog4j(String line, String level, String thread, String logger, String message) {
        assertThat(grok.eval("%{LOG4J}", line))
                .containsEntry("level", level)
                .containsEntry("logger", logger)
                .containsEntry("message", message)
                .hasEntrySatisfying("timestamp", timestamp -> assertThat(line).contains(timestamp));
        assertThat(grok.eval("%{LOG4J}", line).get("thread")).isEqualTo(thread);
    }

    @Test
    void keepsTheStackTraceOfALog4jEvent() {
        assertThat(grok.eval(
                        "%{LOG4J}",
                        "2026-11-22 10:15:30,123 ERROR [main] a.B - failed\njava.io.IOException: x\n\tat a.B.c"))
                .containsEntry("message", "failed\njava.io.IOException: x\n\tat a.B.c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            IP                ~ ::1
            IP                ~ 2001:db8::1:2
            IP                ~ 1:2:3::4
            IP                ~ fe80::1%eth0
            IP                ~ ::ffff:192.0.2.128
            IP                ~ 64:ff9b::192.0.2.33
            IP                ~ 2001:db8:0:0:1:0:0:1
            IP                ~ 1::
            IP                ~ 255.255.255.255
            IPORHOST          ~ 10.0.0.1.example.com
            HOSTPORT          ~ [x]db-1.example.com:5432
            UUID              ~ 123e4567-e89b-12d3-a456-426614174000
            MAC               ~ 00:1B:44:11:3A:B7
            EMAILADDRESS      ~ jane.doe+x@example.com
            NUMBER            ~ -12.5
            BASE16NUM         ~ 0xBEEF
            QS                ~ "say \\"hi\\" there"
            URI               ~ https://user:pw@example.com:8443/a/b?c=d#e
            TIMESTAMP_ISO8601 ~ 2026-11-22T10:15:30.123456+01:00
            TIMESTAMP_ISO8601 ~ 2026-11-22 10:15:60
            HTTPDATE          ~ 22/Nov/2026:18:38:59 +0000
            SYSLOGTIMESTAMP   ~ Nov  2 08:01:02
            LOGLEVEL          ~ WARNING
            LOGLEVEL          ~ Information
            PATH              ~ /var/log/nginx/access.log
            PATH              ~ C:\\Windows\\system.ini
            JAVACLASS         ~ com.example.Outer$Inner
            DATE_EU           ~ 22.11.2026
            DATE_US           ~ 11/22/2026
            DAY               ~ Sunday
            """)
    void knowsTheUsualPatterns(String name, String text) {
        String value = text.startsWith("[x]") ? text.substring(3) : text;
        assertThat(grok.eval("<%{" + name + ":it}>", "some <" + value + "> thing"))
                .isEqualTo(Map.of("it", value));
        assertThat(grok.eval("^%{" + name + ":it}", value)).as("unforced").containsEntry("it", value);
    }

    @ParameterizedTest
    @CsvSource({
        "IP, 12:34:56",
        "IP, 1.2.3.456",
        "IP, 1:2:3",
        "TIMESTAMP_ISO8601, 2026-13-40",
        "MAC, 00:1B:44",
        "UUID, 123e4567"
    })
    void doesNotTakeSomethingElse(String name, String text) {
        assertThat(grok.eval("^%{" + name + ":it}$", text)).isNull();
    }

    @Test
    void everyPatternCompilesAndNoneIsTooLarge() {
        assertThat(GrokDictionary.PATTERNS).hasSizeGreaterThan(60).allSatisfy((name, definition) -> {
            GrokPattern.compile("%{" + name + ":it}");
            assertThat(definition).doesNotContain("(?=", "(?!", "(?<", "(?>");
        });
    }

    @Test
    void gathersAFieldThatSeveralPlacesMayGive() {
        String pattern = "(?:id=%{INT:id}|key=%{WORD:id})(?: note=(?P<note>.*))?";

        assertThat(grok.eval(pattern, "id=7")).isEqualTo(Map.of("id", "7"));
        assertThat(grok.eval(pattern, "key=k note=n m")).isEqualTo(Map.of("id", "k", "note", "n m"));
    }

    @Test
    void takesAnyNameForAFieldAndIgnoresItsType() {
        assertThat(grok.eval("%{INT:[http][status]:int} %{WORD:a.b-c}", "200 ok"))
                .isEqualTo(Map.of("[http][status]", "200", "a.b-c", "ok"));
    }

    @Test
    void givesNullWhereNothingMatches() {
        assertThat(grok.eval("%{IP:client}", "no address")).isNull();
        assertThat(grok.eval("%{IP:client}", null)).isNull();
        assertThat(grok.eval(null, "line")).isNull();
        assertThat(grok.eval("%{NOPE:x}", "line")).isNull();
        assertThat(grok.eval("(", "line")).isNull();
        assertThat(grok.eval("a".repeat(4097), "a".repeat(5000))).isNull();
        assertThat(grok.eval("a", "a".repeat(32_769))).isNull();
        assertThat(grok.eval("a", "a".repeat(32_768))).isEmpty();
    }

    @Test
    void namesThePatternThatWasMeant() {
        assertThatThrownBy(() -> GrokPattern.compile("%{TIMESTAMP_ISO8061:t}"))
                .hasMessage("there is no pattern %{TIMESTAMP_ISO8061}; did you mean 'TIMESTAMP_ISO8601'?");
        assertThatThrownBy(() -> GrokPattern.compile("%{ip:t}"))
                .hasMessage("there is no pattern %{ip}; did you mean 'IP'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a{1000}){1000}", "(?<grok_0>a)", "(?=a)"})
    void refusesExpressionsThatItCannotRun(String expression) {
        assertThatThrownBy(() -> GrokPattern.compile(expression)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsWhatManyReferencesExpandTo() {
        assertThatThrownBy(() -> GrokPattern.compile("%{COMBINEDAPACHELOG}".repeat(200)))
                .hasMessageContaining("expanded");
    }

    // (x+x+)+y takes a backtracking engine 2^n steps.
    @Test
    void isLinearWhereBacktrackingExplodes() {
        assertThat(grok.eval("(x+x+)+y", "x".repeat(5_000))).isNull();
    }

    @Test
    void randomExpressionsNeverThrow() {
        String[] pieces = {
            "%{IP:a}", "%{", "}", "%{X}", "%{WORD:b:int}", "(", ")", "[", "]", "a", "+", "{3}", "|", "(?P<c>", "\\", ":"
        };
        Random random = new Random(3);
        int matched = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder expression = new StringBuilder();
            for (int count = random.nextInt(6); count >= 0; count--) {
                expression.append(pieces[random.nextInt(pieces.length)]);
            }
            matched += grok.eval(expression.toString(), "a 10.0.0.1 word") == null ? 0 : 1;
        }
        assertThat(matched).isGreaterThan(1000);
    }

    @Test
    void isIdentifiedByItsClassNameSoThatACompiledPlanStaysValid() {
        assertThat(grok.functionIdentifier()).isEqualTo(Grok.class.getName());
    }

    private Map<String, String> syslog(String line) {
        return grok.eval("%{SYSLOG5424LINE}", line);
    }
}
