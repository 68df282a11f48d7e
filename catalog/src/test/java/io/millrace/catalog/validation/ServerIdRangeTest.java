package io.millrace.catalog.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerIdRangeTest {

    @Test
    void isWrittenAsTheConnectorTakesIt() {
        assertThat(range("5400 - 5403")).hasToString("5400-5403").isEqualTo(new ServerIdRange(5400, 5403));
        assertThat(range("5400")).hasToString("5400");
        assertThat(range("5400-5403").width()).isEqualTo(4);
    }

    @Test
    void overlapsWhereBothHoldSomeId() {
        assertThat(range("1-4").overlaps(range("4-9"))).isTrue();
        assertThat(range("1-9").overlaps(range("5"))).isTrue();
        assertThat(range("1-4").overlaps(range("5-9"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "1-2-3", "-5", "${ids}", "12345678901"})
    void isNothingElse(String text) {
        assertThat(ServerIdRange.parse(text)).isEmpty();
    }

    private static ServerIdRange range(String text) {
        return ServerIdRange.parse(text).orElseThrow();
    }
}
