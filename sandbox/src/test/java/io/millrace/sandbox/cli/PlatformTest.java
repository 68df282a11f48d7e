package io.millrace.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void linuxOnX86IsTaken() {
        assertThatCode(() -> Platform.check("Linux", "amd64")).doesNotThrowAnyException();
    }

    @Test
    void anyOtherMachineIsNamed() {
        assertThatThrownBy(() -> Platform.check("Mac OS X", "aarch64"))
                .hasMessageContaining("Linux x86_64")
                .hasMessageContaining("Mac OS X aarch64");
    }
}
