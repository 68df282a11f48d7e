package io.millrace.udf.argument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> NAMES = List.of("starts_with", "ends_with", "max", "min", "TIMESTAMP_ISO8601");

    @ParameterizedTest
    @CsvSource({
        "start_with, starts_with",
        "maxx, max",
        "mox, max",
        "MIN, min",
        "TIMESTAMP_ISO86O1, TIMESTAMP_ISO8601",
        "timestamp_iso, TIMESTAMP_ISO8601"
    })
    void findsWhatWasMeant(String typed, String meant) {
        assertThat(NearestName.to(typed, NAMES)).contains(meant);
    }

    @Test
    void findsNothingInWhatIsFarFromEveryName() {
        assertThat(NearestName.to("frobnicate", NAMES)).isEmpty();
        assertThat(NearestName.to("m".repeat(100_000), NAMES)).isEmpty();
        assertThat(NearestName.hint("frobnicate", NAMES)).isEmpty();
    }
}
