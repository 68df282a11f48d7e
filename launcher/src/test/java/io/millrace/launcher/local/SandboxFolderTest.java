package io.millrace.launcher.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxFolderTest {

    @Test
    void aServerAnswersWhereItsEndpointSays() throws Exception {
        SandboxFolder.Running running;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            running = new SandboxFolder.Running(
                    Map.of("maxcompute.endpoint", "http://127.0.0.1:" + server.getLocalPort() + "/api"), Map.of());

            assertThat(running.answers("maxcompute")).isTrue();
        }
        assertThat(running.answers("maxcompute")).isFalse();
        assertThat(new SandboxFolder.Running(Map.of(), Map.of()).answers("maxcompute"))
                .isFalse();
    }

    @Test
    void theVariablesNameTheirServer() {
        assertThat(SandboxVariables.server("maxcompute.access-key")).contains("maxcompute");
        assertThat(SandboxVariables.server("redis.url")).isEmpty();
    }

    @Test
    void aProtocolServerAnswersAtTheAddressOfItsVariable() throws IOException {
        SandboxFolder.Running running;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + listening.getLocalPort();
            running = new SandboxFolder.Running(
                    Map.of("eas.endpoint", address, "webhook.url", address + "/hook"), Map.of());

            assertThat(running.answers("eas")).isTrue();
            assertThat(running.answers("webhook")).isTrue();
        }
        assertThat(running.answers("eas")).isFalse();
    }

    @Test
    void theClusterAnswersAtItsRestAddress() throws IOException {
        SandboxFolder.Running running;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            running = new SandboxFolder.Running(
                    Map.of("flink.rest", "http://127.0.0.1:" + listening.getLocalPort()), Map.of());

            assertThat(SandboxVariables.server("flink.rest")).contains("flink");
            assertThat(running.answers("flink")).isTrue();
        }
        assertThat(running.answers("flink")).isFalse();
    }

    @Test
    void aServerWithoutAVariableDoesNotAnswer() {
        SandboxFolder.Running running = new SandboxFolder.Running(Map.of(), Map.of());

        assertThat(running.answers("eas")).isFalse();
        assertThat(running.answers("webhook")).isFalse();
        assertThat(running.answers("elasticsearch")).isFalse();
    }
}
