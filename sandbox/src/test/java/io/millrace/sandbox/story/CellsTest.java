package io.millrace.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void equalValuesOfDifferentSystemsAreEqualTexts() {
        assertThat(Cells.of(new BigDecimal("2E+1"), new BigDecimal("20.00"), 20L, 20.0))
                .containsOnly("20");
        assertThat(Cells.of(
                        Instant.parse("2026-01-01T08:00:00Z"),
                        LocalDateTime.parse("2026-01-01T08:00"),
                        "2026-01-01 08:00:00",
                        "2026-01-01T08:00:00.000Z"))
                .containsOnly("2026-01-01 08:00:00.000");
    }

    @Test
    void doublesAreEqualToNineDigits() {
        assertThat(Cells.cell(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Cells.cell(Double.NaN)).isEqualTo("NaN");
        assertThat(Cells.cell(new BigDecimal("0.00"))).isEqualTo("0");
    }

    @Test
    void otherValuesStandAsTheyAre() {
        assertThat(Cells.of(null, true, LocalDate.parse("2026-01-01"), "order 7", "2026-03-16T08:00 at last", "-"))
                .containsExactly("-", "true", "2026-01-01", "order 7", "2026-03-16T08:00 at last", "-");
    }
}
