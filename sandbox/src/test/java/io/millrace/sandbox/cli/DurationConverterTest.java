package io.millrace.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
    private final DurationConverter converter = new DurationConverter();

    @Test
    void readsAmountsWithAUnit() {
        assertThat(converter.convert("40s")).isEqualTo(Duration.ofSeconds(40));
        assertThat(converter.convert("2 m")).isEqualTo(Duration.ofMinutes(2));
        assertThat(converter.convert("1h")).isEqualTo(Duration.ofHours(1));
        assertThat(converter.convert("500ms")).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void refusesWhatHasNoUnitAndSaysWhatToWrite() {
        assertThatThrownBy(() -> converter.convert("40"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("write for example 40s");
    }
}
