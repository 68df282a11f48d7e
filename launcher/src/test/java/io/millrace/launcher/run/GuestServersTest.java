package io.millrace.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.launcher.compile.GuestTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuestServersTest {

    @Test
    void namesTheServerThatDoesNotAnswerAndNoPassword() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(unreachable(kafka("127.0.0.1:" + port))).isEmpty();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/reports?password=canary";

        assertThat(unreachable(kafka("127.0.0.1:" + port)))
                .containsExactly("127.0.0.1:" + port + " does not answer, where table 't' is read");
        assertThat(unreachable(Map.of("connector", "jdbc", "url", url)))
                .containsExactly("127.0.0.1:" + port + " does not answer, where table 't' is read");
        assertThat(unreachable(Map.of("connector", "mysql-cdc", "hostname", "127.0.0.1", "port", "" + port)))
                .hasSize(1);
    }

    @Test
    void isContentWithOneOfSeveralBrokers() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(unreachable(kafka("127.0.0.1:1, PLAINTEXT://127.0.0.1:" + socket.getLocalPort())))
                    .isEmpty();
        }
    }

    @Test
    void leavesWhatItDoesNotKnowToTheConnector() {
        assertThat(unreachable(Map.of("connector", "filesystem", "path", "/nowhere")))
                .isEmpty();
        assertThat(unreachable(kafka("not an address"))).isEmpty();
        assertThat(unreachable(Map.of("connector", "jdbc", "url", "jdbc:derby:memory:x")))
                .isEmpty();
    }

    private static Map<String, String> kafka(String brokers) {
        return Map.of("connector", "kafka", "properties.bootstrap.servers", brokers);
    }

    private static List<String> unreachable(Map<String, String> options) {
        return GuestServers.unreachable(List.of(new GuestTable("t", options))).stream()
                .toList();
    }
}
