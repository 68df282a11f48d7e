package io.millrace.udf.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFlattenTest {

    private final JsonFlatten function = new JsonFlatten();

    @Test
    void givesEachValueItsPath() {
        assertThat(function.eval("{\"a\": {\"b\": [{\"c\": 1}, [2, \"x\"]]}, \"d\": true}"))
                .containsExactly(
                        Map.entry("a.b[0].c", "1"),
                        Map.entry("a.b[1][0]", "2"),
                        Map.entry("a.b[1][1]", "x"),
                        Map.entry("d", "true"));
    }

    @Test
    void writesValuesAsTheyStand() {
        Map<String, String> expected = new HashMap<>();
        expected.put("text", "say \"hi\"\n😀");
        expected.put("number", "1.50");
        expected.put("large", "12345678901234567890123456789.123e-4");
        expected.put("yes", "true");
        expected.put("none", null);
        expected.put("object", "{}");
        expected.put("array", "[]");

        assertThat(
                        function.eval(
                                """
                {"text": "say \\"hi\\"\\n\\ud83d\\ude00", "number": 1.50, "large": 12345678901234567890123456789.123e-4,
                 "yes": true, "none": null, "object": {}, "array": []}
                """))
                .isEqualTo(expected);
    }

    @Test
    void takesAnotherSeparator() {
        assertThat(function.eval("{\"a\": {\"b\": {\"c\": 1}}, \"d\": [{\"e\": 2}]}", "__"))
                .containsExactly(Map.entry("a__b__c", "1"), Map.entry("d[0]__e", "2"));
    }

    @Test
    void readsADocumentThatIsNoObject() {
        assertThat(function.eval("[1, {\"a\": 2}]")).containsExactly(Map.entry("[0]", "1"), Map.entry("[1].a", "2"));
        assertThat(function.eval("\"x\"")).containsExactly(Map.entry("", "x"));
        assertThat(function.eval("{}")).containsExactly(Map.entry("", "{}"));
        assertThat(function.eval("[]")).containsExactly(Map.entry("", "[]"));
    }

    @Test
    void lastValueOfAPathCounts() {
        assertThat(function.eval("{\"a\": 1, \"a\": 2}")).containsExactly(Map.entry("a", "2"));
        assertThat(function.eval("{\"a.b\": 1, \"a\": {\"b\": 2}}")).containsExactly(Map.entry("a.b", "2"));
    }

    @Test
    void keepsAnEmptyNameInThePath() {
        assertThat(function.eval("{\"\": {\"a\": 1}}")).containsExactly(Map.entry(".a", "1"));
        assertThat(function.eval("{\"a\": {\"\": 1}}")).containsExactly(Map.entry("a.", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{\"a\"}",
                "{\"a\": }",
                "{\"a\": 1,}",
                "[1,]",
                "[1",
                "{'a': 1}",
                "{a: 1}",
                "{\"a\": 01}",
                "{\"a\": NaN}",
                "{\"a\": 1} x",
                "{\"a\": 1} {}",
                "1 2",
                "nul",
                "{\"a\": 1 // c\n}",
                "\"a\nb\"",
                "{\"a\": \"",
            })
    void returnsNullForWhatIsNoJson(String text) {
        assertThat(function.eval(text)).isNull();
    }

    @Test
    void returnsNullForNullAndForAnEmptySeparator() {
        assertThat(function.eval(null)).isNull();
        assertThat(function.eval("{}", null)).isNull();
        assertThat(function.eval("{}", "")).isNull();
    }

    @Test
    void returnsNullOverTheLimits() {
        assertThat(function.eval(nested(128))).hasSize(1);
        assertThat(function.eval(nested(129))).isNull();
        assertThat(function.eval(nested(1_000_000))).isNull();
        assertThat(function.eval(array(10_000))).hasSize(10_000);
        assertThat(function.eval(array(10_001))).isNull();
        assertThat(function.eval("{\"" + "x".repeat(1000) + "\": " + array(4_000) + "}"))
                .hasSize(4_000);
        assertThat(function.eval("{\"" + "x".repeat(1000) + "\": " + array(5_000) + "}"))
                .isNull();
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static String array(int size) {
        return IntStream.range(0, size).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
