package io.millrace.udf.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskCardTest {

    private final MaskCard function = new MaskCard();

    @BeforeEach
    void open() {
        function.open(null);
    }

    // The numbers that card schemes and payment gateways publish for tests: 13 to 19 digits, right check digits.
    @ParameterizedTest
    @CsvSource({
        "4222222222222, *********2222",
        "30569309025904, **********5904",
        "378282246310005, ***********0005",
        "4111111111111111, ************1111",
        "5555555555554444, ************4444",
        "6304000000000000000, ***************0000",
    })
    void keepsTheLastFourDigits(String number, String masked) {
        assertThat(function.eval(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "4111 1111 1111 1111, **** **** **** 1111",
        "4111-1111-1111-1111, ****-****-****-1111",
        "3782 822463 10005, **** ****** *0005",
        "4111\u00a01111\u20131111\u20111111, ****\u00a0****\u2013****\u20111111",
        "４１１１１１１１１１１１１１１１, ************１１１１",
    })
    void keepsSeparators(String number, String masked) {
        assertThat(function.eval(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "'paid 42 with 4111111111111111, thanks', 'paid 42 with ************1111, thanks'",
        "4111 1111 1111 1111 12/27, **** **** **** 1111 12/27",
        "43 4111 1111 1111 1111, 43 **** **** **** 1111",
        "4111111111111111 5555555555554444, ************1111 ************4444",
        "4111111111111111x5555555555554444, ************1111x************4444",
        "no:4222222222222., no:*********2222.",
    })
    void findsNumbersInText(String text, String masked) {
        assertThat(function.eval(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no digits",
                "4111111111111112",
                "4111  1111  1111  1111",
                "4111.1111.1111.1111",
                "411111111111",
                "0000000000000000000000",
                "2026-11-22 18:50:00.123",
            })
    void leavesOtherDigitsAlone(String text) {
        assertThat(function.eval(text)).isSameAs(text);
    }

    @Test
    void masksExactlyTheNumbersWhoseCheckDigitIsRight() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            String number = digits(random, 13 + random.nextInt(7));
            String expected =
                    luhn(number) ? "*".repeat(number.length() - 4) + number.substring(number.length() - 4) : number;

            assertThat(function.eval(number)).isEqualTo(expected);
        }
    }

    @Test
    void returnsNullForNull() {
        assertThat(function.eval(null)).isNull();
    }

    private static String digits(Random random, int length) {
        return random.ints(length, '0', '9' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    // As ISO/IEC 7812-1 words it: every second digit from the right doubled, digits of the products summed.
    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 1; i <= number.length(); i++) {
            int digit = number.charAt(number.length() - i) - '0';
            int product = i % 2 == 0 ? 2 * digit : digit;
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
