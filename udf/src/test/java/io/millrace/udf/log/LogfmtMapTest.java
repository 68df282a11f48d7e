package io.millrace.udf.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogfmtMapTest {

    private final LogfmtMap function = new LogfmtMap();

    // The example of the package documentation of kr/logfmt.
    @Test
    void readsTheExampleOfTheFormat() {
        assertThat(function.eval("foo=bar a=14 baz=\"hello kitty\" cool%story=bro f %^asdf"))
                .isEqualTo(Map.of(
                        "foo",
                        "bar",
                        "a",
                        "14",
                        "baz",
                        "hello kitty",
                        "cool%story",
                        "bro",
                        "f",
                        "true",
                        "%^asdf",
                        "true"));
    }

    // The line of brandur.org/logfmt.
    @Test
    void readsARouterLine() {
        assertThat(function.eval("at=info method=GET path=/ host=mutelight.org fwd=\"124.133.52.161\" "
                        + "dyno=web.2 connect=4ms service=8ms status=200 bytes=1653"))
                .hasSize(10)
                .containsEntry("fwd", "124.133.52.161")
                .containsEntry("path", "/")
                .containsEntry("bytes", "1653");
    }

    @Test
    void undoesEscapesBetweenQuotes() {
        assertThat(function.eval("a=\"say \\\"hi\\\"\" b=\"x\\ty\\\\z\\n\" c=\"\\u00e9\\u12\" d=\"\\q\" e=\"\""))
                .isEqualTo(Map.of("a", "say \"hi\"", "b", "x\ty\\z\n", "c", "é\\u12", "d", "\\q", "e", ""));
    }

    @Test
    void readsAValueWithoutQuotesToTheNextSpace() {
        assertThat(function.eval("url=http://x/?a=b&c=\"d\" empty= last=1"))
                .isEqualTo(Map.of("url", "http://x/?a=b&c=\"d\"", "empty", "", "last", "1"));
    }

    @Test
    void keepsTheLastValueOfAKeyThatRepeats() {
        assertThat(function.eval("a=1 a=2 a")).isEqualTo(Map.of("a", "true"));
    }

    @Test
    void readsWhatItCanOfABrokenLine() {
        assertThat(function.eval("a=\"open")).isEqualTo(Map.of("a", "open"));
        assertThat(function.eval("a=\"x\\")).isEqualTo(Map.of("a", "x\\"));
        assertThat(function.eval("== \"\" =")).isEmpty();
        assertThat(function.eval("")).isEmpty();
        assertThat(function.eval(null)).isNull();
    }

    @Test
    void readsBackWhatAWriterWrites() {
        Random random = new Random(5);
        String characters = "ab =\"\\\t\n\ré😀{}";
        for (int i = 0; i < 5_000; i++) {
            Map<String, String> pairs = new LinkedHashMap<>();
            StringBuilder line = new StringBuilder();
            for (int key = random.nextInt(5); key >= 0; key--) {
                StringBuilder value = new StringBuilder();
                for (int length = random.nextInt(8); length > 0; length--) {
                    value.append(characters.charAt(random.nextInt(characters.length())));
                }
                pairs.put("k" + key, value.toString());
                line.append(" k")
                        .append(key)
                        .append("=\"")
                        .append(escaped(value.toString()))
                        .append('"');
            }
            assertThat(function.eval(line.toString())).isEqualTo(pairs);
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
