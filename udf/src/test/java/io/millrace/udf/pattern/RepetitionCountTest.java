package io.millrace.udf.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionCountTest {

    private static final String[] PIECES = {
        "a",
        "(",
        ")",
        "(?:",
        "[a]",
        "[]",
        "[^]x]",
        "[[:alpha:]]",
        "{30}",
        "{2,}",
        "{3,7}",
        "{",
        "}",
        "{x}",
        "*",
        "+?",
        "|",
        "\\d",
        "\\{",
        "\\p{L}",
        "\\x{41}",
        "\\Qa{9}\\E",
        "\\]",
        "[\\]{9}]",
        "(?i)",
        "^",
        "$",
        "."
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            abc                       ~ 3
            a{1000}                   ~ 1000
            (a{10}b){3}               ~ 33
            ((a{10}){10}){10}         ~ 1000
            [](]{7}                   ~ 7
            (a{10}[](]){10}           ~ 110
            [^]{9}]{5}                ~ 5
            [[:alpha:]]{3}            ~ 3
            \\Q{9}\\E{2}              ~ 4
            \\p{Greek}{4}             ~ 4
            \\x{41}{4}                ~ 4
            a{2,5}                    ~ 6
            a{2,}                     ~ 3
            x{,5}                     ~ 5
            """)
    void writesRepetitionsOut(String expression, long count) {
        assertThat(RepetitionCount.of(expression)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000})",
                "(((a{1000}){1000}){1000}){1000}",
                "((((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9}){9})",
                "(([](]{1000}){1000}){1000}",
            })
    void refusesWhatWouldFillTheMemory(String expression) {
        assertThatThrownBy(() -> LinearPattern.compile(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("repeats too much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)", "a++", "(", "\\1", "(?>a)", "[z-a]", "*"})
    void namesWhatRe2DoesNotHave(String expression) {
        assertThatThrownBy(() -> LinearPattern.compile(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no regular expression of RE2's syntax");
    }

    @Test
    void neverCountsFewerThanTheCompiledProgramHolds() {
        Random random = new Random(7);
        int compiled = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder expression = new StringBuilder();
            for (int pieces = random.nextInt(12); pieces >= 0; pieces--) {
                expression.append(PIECES[random.nextInt(PIECES.length)]);
            }
            try {
                int size = LinearPattern.compile(expression.toString()).programSize();
                // An instruction for each match, and for captures, alternatives and loops around it.
                assertThat(size).as(expression.toString()).isLessThanOrEqualTo((int)
                        (8 * RepetitionCount.of(expression.toString()) + 40));
                compiled++;
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageNotContaining("\n");
            }
        }
        assertThat(compiled).isGreaterThan(2000);
    }
}
