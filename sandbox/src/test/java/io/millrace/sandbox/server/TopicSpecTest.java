package io.millrace.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.sandbox.state.SandboxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSpecTest {

    @Test
    void aTopicIsDeletedFromUnlessItSaysOtherwise() {
        assertThat(TopicSpec.parse("orders:2")).isEqualTo(new TopicSpec("orders", 2, "delete"));
    }

    @Test
    void aTopicMayBeCompacted() {
        assertThat(TopicSpec.parse("orders.v1_x-y:12:compact"))
                .isEqualTo(new TopicSpec("orders.v1_x-y", 12, "compact"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "orders:",
                ":1",
                "orders:0",
                "orders:-1",
                "orders:x",
                "orders:1:shrink",
                "orders:1:compact:x",
                "or ders:1",
                "..:1",
                "orders:99999999999"
            })
    void anythingElseIsRefusedWithItsText(String text) {
        assertThatThrownBy(() -> TopicSpec.parse(text))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("orders:2:compact");
    }
}
