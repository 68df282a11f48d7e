package io.millrace.sandbox.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

    @ParameterizedTest
    @CsvSource({"2E+1, 20.00", "0, 0.00", "12.5, 12.50", "12.50, 12.50", "0.125, 0.125"})
    void moneyHasOneSpelling(BigDecimal amount, String text) {
        assertThat(CellText.money(amount)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-14 23:50:01", "2026-03-14T23:50:01.000Z", "2026-03-14 23:50:01.0"})
    void timesHaveOneSpelling(String time) {
        assertThat(CellText.time(time)).isEqualTo("2026-03-14 23:50:01.000");
    }

    @Test
    void whatIsNoTimeStaysAsItIs() {
        assertThat(CellText.time("yesterday")).isEqualTo("yesterday");
    }
}
