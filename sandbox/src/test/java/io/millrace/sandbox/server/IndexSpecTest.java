package io.millrace.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.sandbox.state.SandboxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexSpecTest {

    @Test
    void theFileBecomesAbsolute() {
        assertThat(IndexSpec.parse("top_products=a/b=c.json"))
                .isEqualTo(new IndexSpec("top_products", Path.of("a/b=c.json").toAbsolutePath()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"top", "=x", "top=", "Top=x", "_top=x", "a/b=x"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> IndexSpec.parse(text)).isInstanceOf(SandboxException.class);
    }
}
