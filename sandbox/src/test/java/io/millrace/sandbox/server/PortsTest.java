package io.millrace.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.state.DataRecord;
import io.millrace.sandbox.state.StateFolder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    Path temporary;

    private DataRecord record;

    @BeforeEach
    void openRecord() throws IOException {
        StateFolder folder = new StateFolder(temporary.resolve("x/sandbox"));
        folder.create();
        record = DataRecord.open(folder);
    }

    @Test
    void eachNameHasAPortOfItsOwn() throws IOException {
        Map<String, Integer> ports = Ports.choose(record, ServerName.KAFKA, List.of("plain", "sasl", "controller"));

        assertThat(ports.values()).doesNotHaveDuplicates().hasSize(3).allMatch(port -> port > 0);
    }

    @Test
    void theSamePortsAreUsedAgain() throws IOException {
        Map<String, Integer> first = Ports.choose(record, ServerName.KAFKA, List.of("plain", "sasl"));

        assertThat(Ports.choose(record, ServerName.KAFKA, List.of("plain", "sasl")))
                .isEqualTo(first);
    }

    @Test
    void aPortThatSomebodyTookIsReplaced() throws IOException {
        int before = Ports.choose(record, ServerName.MYSQL, List.of("mysql")).get("mysql");
        try (ServerSocket taken = new ServerSocket(before, 1, Ports.loopback())) {
            assertThat(Ports.anyTaken(List.of(taken.getLocalPort()))).isTrue();
            assertThat(Ports.choose(record, ServerName.MYSQL, List.of("mysql"))).doesNotContainValue(before);
        }
        assertThat(Ports.anyTaken(List.of(before))).isFalse();
    }
}
