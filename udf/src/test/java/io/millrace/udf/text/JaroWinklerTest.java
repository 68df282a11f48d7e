package io.millrace.udf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {

    private final JaroWinkler function = new JaroWinkler();

    @BeforeEach
    void open() {
        function.open(null);
    }

    // Winkler (1990) and, with more names, Porter and Winkler, Approximate String Comparison and its Effect on an
    // Advanced Record Linkage System (1997, rr97-2), table of string comparators, to three places.
    @ParameterizedTest
    @CsvSource({
        "SHACKLEFORD, SHACKELFORD, 0.982",
        "DUNNINGHAM, CUNNIGHAM, 0.896",
        "NICHLESON, NICHULSON, 0.956",
        "JONES, JOHNSON, 0.832",
        "MASSEY, MASSIE, 0.933",
        "ABROMS, ABRAMS, 0.922",
        "JERALDINE, GERALDINE, 0.926",
        "MARHTA, MARTHA, 0.961",
        "MICHELLE, MICHAEL, 0.921",
        "JULIES, JULIUS, 0.933",
        "TANYA, TONYA, 0.880",
        "DWAYNE, DUANE, 0.840",
        "SEAN, SUSAN, 0.805",
        "JON, JOHN, 0.933",
        "DIXON, DICKSONX, 0.813",
    })
    void givesTheSimilaritiesThatWinklerPublished(String a, String b, double similarity) {
        assertThat(function.eval(a, b)).isEqualTo(similarity, within(0.0005));
        assertThat(function.eval(b, a)).isEqualTo(similarity, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 1",
        "'', a, 0",
        "a, b, 0",
        "abc, abc, 1",
        "abc, xyz, 0",
        "ab, ba, 0",
        "😀x, 😀y, 0.6666666666666666",
    })
    void treatsTheEdges(String a, String b, double similarity) {
        assertThat(function.eval(a, b)).isEqualTo(similarity);
    }

    @Test
    void countsAnUnpairedTranspositionAsHalfOfNone() {
        // Three matches in another order are one and a half transpositions: one, as strcmp95.c counts.
        double jaro = (3 / 6.0 + 3 / 6.0 + (3 - 1) / 3.0) / 3;

        assertThat(function.eval("abcuvw", "bcaxyz")).isEqualTo(jaro, within(1e-12));
    }

    @Test
    void staysBetweenZeroAndOneInBothDirections() {
        Random random = new Random(1990);
        for (int i = 0; i < 10_000; i++) {
            String a = text(random);
            String b = text(random);

            assertThat(function.eval(a, b)).isBetween(0.0, 1.0);
            assertThat(function.eval(a, b) == 1.0).as("%s %s", a, b).isEqualTo(a.equals(b));
        }
    }

    @Test
    void takesTextsLongerThanTheOnesBefore() {
        assertThat(function.eval("a".repeat(1000), "a".repeat(999))).isGreaterThan(0.99);
        assertThat(function.eval("a", "b")).isZero();
    }

    @Test
    void returnsNullForNull() {
        assertThat(function.eval(null, "a")).isNull();
        assertThat(function.eval("a", null)).isNull();
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(9), 'a', 'e')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
