package io.millrace.udf.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskEmailTest {

    private final MaskEmail function = new MaskEmail();

    @BeforeEach
    void open() {
        function.open(null);
    }

    @ParameterizedTest
    @CsvSource({
        "jane.doe@example.com, j***@example.com",
        "j@example.com, j***@example.com",
        "***@example.com, ****@example.com",
        "Jane+news@Mail.Example.com, J***@Mail.Example.com",
        "jane@localhost, j***@localhost",
        "用户@例子.广告, 用***@例子.广告",
    })
    void keepsTheFirstCharacterAndTheDomain(String address, String masked) {
        assertThat(function.eval(address)).isEqualTo(masked);
    }

    @Test
    void hidesHowLongTheLocalPartIs() {
        assertThat(function.eval("j@example.com")).isEqualTo(function.eval("j".repeat(5000) + "@example.com"));
    }

    @Test
    void splitsAtTheLastAtSign() {
        assertThat(function.eval("jane@home@example.com")).isEqualTo("j***@example.com");
    }

    @Test
    void hidesAQuotedLocalPartThatHoldsAnAtSign() {
        assertThat(function.eval("\"jane@home doe\"@example.com")).isEqualTo("\"***@example.com");
    }

    @Test
    void keepsASurrogatePairWhole() {
        assertThat(function.eval("😀jane@example.com")).isEqualTo("😀***@example.com");
        assertThat(function.eval("😀@example.com")).isEqualTo("😀***@example.com");
    }

    @Test
    void doesNotTakeTheAtSignForHalfOfASurrogatePair() {
        assertThat(function.eval("\uD83D@example.com")).isEqualTo("\uD83D***@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "jane", "@", "@@", "@example.com", "jane@", "jane@home@"})
    void hidesEverythingWhenThereIsNoUsableAtSign(String text) {
        assertThat(function.eval(text)).isEqualTo("***");
    }

    @Test
    void returnsNullForNull() {
        assertThat(function.eval(null)).isNull();
    }

    @Test
    void carriesNothingOverFromOneRowToTheNext() {
        function.eval("a.long.local.part@a.long.domain.example.com");

        assertThat(function.eval("b@c.de")).isEqualTo("b***@c.de");
    }

    @Test
    void isIdentifiedByItsClassNameSoThatACompiledPlanStaysValid() {
        assertThat(function.functionIdentifier()).isEqualTo(MaskEmail.class.getName());
    }

    @Test
    void isDeterministic() {
        assertThat(function.isDeterministic()).isTrue();
    }
}
