package io.millrace.udf.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskPhoneTest {

    private final MaskPhone function = new MaskPhone();

    @BeforeEach
    void open() {
        function.open(null);
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 1234-5678, +** ** ****-5678",
        "(555) 010-4477, (***) ***-4477",
        "0086.138.0013.8000, ****.***.****.8000",
        "01234567, ****4567",
        "+1 555 010 4477 ext. 89, +* *** *** **77 ***. 89",
    })
    void keepsTheLastFourDigitsAndTheLayout(String number, String masked) {
        assertThat(function.eval(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"112, ***", "1234567, *******", "+1 (0) 12, +* (*) **", "1-800-FLOWERS, *-***-*******"})
    void hidesEveryDigitOfAShortNumber(String number, String masked) {
        assertThat(function.eval(number)).isEqualTo(masked);
    }

    @Test
    void hidesDigitsOfEveryScript() {
        assertThat(function.eval("٠١٢٣٤٥٦٧")).isEqualTo("****٤٥٦٧");
        assertThat(function.eval("０１２３４５６７")).isEqualTo("****４５６７");
        assertThat(function.eval("𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳")).isEqualTo("****𝟰𝟱𝟲𝟳");
    }

    @Test
    void hidesWhatIsNoNumber() {
        assertThat(function.eval("call Jane")).isEqualTo("**** ****");
        assertThat(function.eval("")).isEmpty();
    }

    @Test
    void returnsNullForNull() {
        assertThat(function.eval(null)).isNull();
    }
}
