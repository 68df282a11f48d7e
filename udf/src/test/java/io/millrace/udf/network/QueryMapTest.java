package io.millrace.udf.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryMapTest {

    private final QueryMap function = new QueryMap();

    @BeforeEach
    void open() {
        function.open(null);
    }

    // Web Platform Tests, url/urlencoded-parser.any.js, with the first value of a name.
    @ParameterizedTest
    @MethodSource
    void readsFormsAsBrowsersDo(String query, Map<String, String> parameters) {
        assertThat(function.eval(query)).isEqualTo(parameters);
        assertThat(function.eval("https://example.com/path?" + query)).isEqualTo(parameters);
        assertThat(function.eval("?" + query)).isEqualTo(parameters);
    }

    static Stream<Arguments> readsFormsAsBrowsersDo() {
        return Stream.of(
                form("test", "test", ""),
                form("\uFEFFtest=\uFEFF", "\uFEFFtest", "\uFEFF"),
                form("%EF%BB%BFtest=%EF%BB%BF", "\uFEFFtest", "\uFEFF"),
                form("%EF%BF%BF=%EF%BF%BF", "\uFFFF", "\uFFFF"),
                form("%FE%FF", "\uFFFD\uFFFD", ""),
                form("%FF%FE", "\uFFFD\uFFFD", ""),
                form("†&†=x", "†", ""),
                form("%C2", "\uFFFD", ""),
                form("%C2x", "\uFFFDx", ""),
                form("_charset_=windows-1252&test=%C2x", "_charset_", "windows-1252", "test", "\uFFFDx"),
                form(""),
                form("a", "a", ""),
                form("a=b", "a", "b"),
                form("a=", "a", ""),
                form("=b", "", "b"),
                form("&"),
                form("&a", "a", ""),
                form("a&", "a", ""),
                form("a&a", "a", ""),
                form("a&b&c", "a", "", "b", "", "c", ""),
                form("a=b&c=d", "a", "b", "c", "d"),
                form("a=b&c=d&", "a", "b", "c", "d"),
                form("&&&a=b&&&&c=d&", "a", "b", "c", "d"),
                form("a=a&a=b&a=c", "a", "a"),
                form("a==a", "a", "=a"),
                form("a=a+b+c+d", "a", "a b c d"),
                form("%=a", "%", "a"),
                form("%a=a", "%a", "a"),
                form("%a_=a", "%a_", "a"),
                form("%61=a", "a", "a"),
                form("%61+%4d%4D=", "a MM", ""),
                form("id=0&value=%", "id", "0", "value", "%"),
                form("b=%2sf%2a", "b", "%2sf*"),
                form("b=%2%2af%2a", "b", "%2*f*"),
                form("b=%%2a", "b", "%*"));
    }

    @Test
    void keepsTheOrder() {
        assertThat(function.eval("z=1&a=2&m=3"))
                .containsExactly(Map.entry("z", "1"), Map.entry("a", "2"), Map.entry("m", "3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/a=b",
                "/path",
                "/path/a=b",
                "https://example.com/?",
                "/#/route?a=b",
                "https://example.com/#a=b",
                "?",
                "#a=b",
                "https://example.com/#/route?a=b"
            })
    void isEmptyForAUrlWithoutAQuery(String url) {
        assertThat(function.eval(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/?a=b",
                "https://example.com?a=b#top",
                "/path?a=b",
                "example.com/path?a=b",
                "/x=y?a=b",
                "https://example.com/x=y?a=b",
                "?a=b#top",
                "a=b"
            })
    void findsTheQueryOfAUrl(String url) {
        assertThat(function.eval(url)).containsOnly(Map.entry("a", "b"));
    }

    @Test
    void leavesAUrlInAValueWhole() {
        assertThat(function.eval("next=https://example.com/?x=1&a=b"))
                .containsExactly(Map.entry("next", "https://example.com/?x=1"), Map.entry("a", "b"));
        assertThat(function.eval("/login?next=https://example.com/?x=1&a=b"))
                .containsExactly(Map.entry("next", "https://example.com/?x=1"), Map.entry("a", "b"));
    }

    @Test
    void returnsNullForNull() {
        assertThat(function.eval(null)).isNull();
    }

    private static Arguments form(String query, String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Arguments.of(query, parameters);
    }
}
