package io.millrace.udf.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlDecodeTest {

    private final UrlDecode function = new UrlDecode();

    @BeforeEach
    void open() {
        function.open(null);
    }

    @ParameterizedTest
    @CsvSource({
        "a+b%26c, a b&c",
        "https%3A%2F%2Fflink.apache.org%2F, https://flink.apache.org/",
        "%E7%94%A8%e6%88%b7, 用户",
        "%F0%9F%98%80, 😀",
        "plain, plain",
        "''  , ''",
    })
    void decodesUtf8(String encoded, String text) {
        assertThat(function.eval(encoded)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "a%zz", "%-1", "%+f", "%%41", "%４１", "%41%"})
    void returnsNullForABrokenEscape(String encoded) {
        assertThat(function.eval(encoded)).isNull();
    }

    @Test
    void replacesBytesThatAreNoUtf8() {
        assertThat(function.eval("a%C3b%FF")).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void returnsNullForNull() {
        assertThat(function.eval(null)).isNull();
    }

    @Test
    void decodesWhatJavaEncodesAsJavaDoes() {
        Random random = new Random(3986);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(random.nextInt(40), 0x20, 0x20000)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);

            assertThat(function.eval(encoded)).isEqualTo(text);
            String cut = encoded.replaceFirst("%..", "");
            assertThat(function.eval(cut)).isEqualTo(URLDecoder.decode(cut, StandardCharsets.UTF_8));
        }
    }
}
