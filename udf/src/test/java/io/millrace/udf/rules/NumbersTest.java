package io.millrace.udf.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "' -1.50 ', -1.50",
        "+.5, 0.5",
        "1., 1",
        "1e3, 1000",
        "1E-40, 0",
        "0e999999, 0",
        "-1e-999999, 0",
        "99999999999999999999999999999999999999, 99999999999999999999999999999999999999",
        "0.123456789012345678901234567890123456789, 0.12345678901234567890123456789012345679",
    })
    void readsDecimals(String text, BigDecimal number) {
        assertThat(Numbers.parse(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "e5",
                "+",
                "1e",
                "1e+",
                "--1",
                "1.2.3",
                "0x10",
                "1_000",
                "1,5",
                "NaN",
                "Infinity",
                "1f",
                "٣",
                "1 2",
                "1e38",
                "1e999999",
                "1e99999999999",
                "-1e2147483647",
                "999999999999999999999999999999999999999",
            })
    void readsNothingElse(String text) {
        assertThat(Numbers.parse(text)).isNull();
    }

    @Test
    void doesNotReadEndlessDigits() {
        assertThat(Numbers.parse("0".repeat(101))).isNull();
        assertThat(Numbers.parse("1".repeat(1_000_000))).isNull();
    }

    @Test
    void roundsQuotientsHalfUpTo38Digits() {
        assertThat(Numbers.quotient(new BigDecimal(2), new BigDecimal(3)))
                .isEqualTo(new BigDecimal("0." + "6".repeat(37) + "7"));
        assertThatThrownBy(() -> Numbers.quotient(BigDecimal.ONE, new BigDecimal("0.00")))
                .hasMessage("a division by 0");
    }

    @Test
    void keepsNumbersShortHoweverOftenTheyAreMultiplied() {
        BigDecimal number = new BigDecimal("0.98765432109876543210987654321098765432");
        for (int i = 0; i < 20_000; i++) {
            number = Numbers.bounded(number.multiply(new BigDecimal("0.98765432109876543210987654321098765432")));
            assertThat(number.precision()).isLessThanOrEqualTo(38);
            assertThat(number.scale()).isLessThanOrEqualTo(38);
        }
    }
}
