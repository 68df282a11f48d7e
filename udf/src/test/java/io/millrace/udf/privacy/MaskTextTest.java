package io.millrace.udf.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTextTest {

    private final MaskText function = new MaskText();

    @BeforeEach
    void open() {
        function.open(null);
    }

    @ParameterizedTest
    @CsvSource({
        "DE89370400440532013000, 4, 2, DE89****************00",
        "Jane, 1, 0, J***",
        "Jane, 0, 1, ***e",
        "Jane, 0, 0, ****",
        "Jane, 2, 1, Ja*e",
        "'', 0, 0, ''",
    })
    void keepsTheFirstAndTheLastCharacters(String text, int first, int last, String masked) {
        assertThat(function.eval(text, first, last)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "4, 0", "0, 4", "3, 3", "2147483647, 2147483647"})
    void hidesATextWholeThatWouldBeKeptWhole(int first, int last) {
        assertThat(function.eval("Jane", first, last)).isEqualTo("****");
    }

    @Test
    void countsCodePoints() {
        assertThat(function.eval("😀😁😂🤣", 1, 1)).isEqualTo("😀**🤣");
        assertThat(function.eval("王小明", 1, 0)).isEqualTo("王**");
    }

    @Test
    void returnsNullForNullAndForNegativeNumbers() {
        assertThat(function.eval(null, 1, 1)).isNull();
        assertThat(function.eval("Jane", null, 1)).isNull();
        assertThat(function.eval("Jane", 1, null)).isNull();
        assertThat(function.eval("Jane", -1, 1)).isNull();
        assertThat(function.eval("Jane", 1, -1)).isNull();
    }
}
