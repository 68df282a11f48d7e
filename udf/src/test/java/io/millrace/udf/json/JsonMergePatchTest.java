package io.millrace.udf.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMergePatchTest {

    private final JsonMergePatch function = new JsonMergePatch();

    // RFC 7396, appendix A.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"c\"} | {\"a\":[\"b\"]} | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
                "[\"a\",\"b\"] | [\"c\",\"d\"] | [\"c\",\"d\"]",
                "{\"a\":\"b\"} | [\"c\"] | [\"c\"]",
                "{\"a\":\"foo\"} | null | null",
                "{\"a\":\"foo\"} | \"bar\" | \"bar\"",
                "{\"e\":null} | {\"a\":1} | {\"e\":null,\"a\":1}",
                "[1,2] | {\"a\":\"b\",\"c\":null} | {\"a\":\"b\"}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
            })
    void givesTheResultsOfTheRfc(String target, String patch, String result) {
        assertThat(function.eval(target, patch)).isEqualTo(result);
    }

    // RFC 7396, 3.
    @Test
    void patchesTheExampleOfTheRfc() {
        String target =
                """
                {"title": "Goodbye!", "author": {"givenName": "John", "familyName": "Doe"},
                 "tags": ["example", "sample"], "content": "This will be unchanged"}
                """;
        String patch =
                """
                {"title": "Hello!", "phoneNumber": "+01-123-456-7890", "author": {"familyName": null}, "tags": ["example"]}
                """;

        assertThat(function.eval(target, patch))
                .isEqualTo("{\"title\":\"Hello!\",\"author\":{\"givenName\":\"John\"},\"tags\":[\"example\"],"
                        + "\"content\":\"This will be unchanged\",\"phoneNumber\":\"+01-123-456-7890\"}");
    }

    @Test
    void keepsNumbersAndTextsAsTheyAre() {
        String document =
                "{\"n\":1.50,\"l\":123456789012345678901234567890,\"e\":1E400,\"t\":\"\\\"\\\\\\n😀é\",\"b\":[true,false,null,-0]}";

        assertThat(function.eval(document, "{}")).isEqualTo(document);
        assertThat(function.eval("0", document)).isEqualTo(document);
    }

    @Test
    void lastOfEqualNamesCounts() {
        assertThat(function.eval("{\"a\":1,\"a\":2}", "{}")).isEqualTo("{\"a\":2}");
        assertThat(function.eval("{\"a\":1}", "{\"a\":2,\"a\":null}")).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1} x", "[1,]", "{a:1}", "NaN", "{\"a\":\"b"})
    void returnsNullForWhatIsNoJson(String text) {
        assertThat(function.eval(text, "{}")).isNull();
        assertThat(function.eval("{}", text)).isNull();
    }

    @Test
    void returnsNullForNullAndForTooManyLevels() {
        assertThat(function.eval(null, "{}")).isNull();
        assertThat(function.eval("{}", null)).isNull();
        assertThat(function.eval("{}", "[".repeat(128) + "]".repeat(128))).hasSize(256);
        assertThat(function.eval("{}", "[".repeat(129) + "]".repeat(129))).isNull();
    }
}
