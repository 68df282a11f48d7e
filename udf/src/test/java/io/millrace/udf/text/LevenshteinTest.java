package io.millrace.udf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevenshteinTest {

    private final Levenshtein function = new Levenshtein();

    @BeforeEach
    void open() {
        function.open(null);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "'', abc, 3",
        "kitten, sitting, 3",
        "saturday, sunday, 3",
        "intention, execution, 5",
        "GUMBO, GAMBOL, 2",
        "frog, fog, 1",
        "hippo, elephant, 7",
        "hippo, zzzzzzzz, 8",
        "ab, ba, 2",
        "same, same, 0",
        "小明, 小红, 1",
        "😀😁, 😀, 1",
        "😀, 😁, 1",
    })
    void countsInsertionsDeletionsAndReplacements(String a, String b, int distance) {
        assertThat(function.eval(a, b)).isEqualTo(distance);
        assertThat(function.eval(b, a)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3, 3",
        "kitten, sitting, 2, 3",
        "kitten, sitting, 0, 1",
        "a, a, 0, 0",
        "a, abcdef, 4, 5"
    })
    void returnsOneMoreThanTheGreatestDistance(String a, String b, int max, int distance) {
        assertThat(function.eval(a, b, max)).isEqualTo(distance);
    }

    @Test
    void agreesWithTheDefinitionAtEveryGreatestDistance() {
        Random random = new Random(1966);
        for (int i = 0; i < 3_000; i++) {
            String a = text(random);
            String b = text(random);
            int distance = byDefinition(a, b);

            assertThat(function.eval(a, b)).as("%s %s", a, b).isEqualTo(distance);
            for (int max = 0; max <= 12; max++) {
                assertThat(function.eval(a, b, max)).as("%s %s %s", a, b, max).isEqualTo(Math.min(distance, max + 1));
            }
            assertThat(function.eval(a, b, Integer.MAX_VALUE)).isEqualTo(distance);
        }
    }

    @Test
    void takesTextsLongerThanTheOnesBefore() {
        assertThat(function.eval("a".repeat(1000), "b".repeat(900))).isEqualTo(1000);
        assertThat(function.eval("a", "b")).isEqualTo(1);
        assertThat(function.eval("xa".repeat(2000), "ax".repeat(2000), 3)).isEqualTo(2);
    }

    @Test
    void returnsNullForNullAndForANegativeGreatestDistance() {
        assertThat(function.eval(null, "a")).isNull();
        assertThat(function.eval("a", null)).isNull();
        assertThat(function.eval("a", "a", null)).isNull();
        assertThat(function.eval("a", "a", -1)).isNull();
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    // The whole matrix, as Wagner and Fischer give it.
    private static int byDefinition(String a, String b) {
        int[][] distances = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distances[i][j] = i + j;
                } else {
                    int replaced = distances[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    distances[i][j] = Math.min(replaced, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
                }
            }
        }
        return distances[a.length()][b.length()];
    }
}
