package io.millrace.sandbox.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.sandbox.server.Ports;
import io.millrace.sandbox.server.SandboxRequest;
import io.millrace.sandbox.server.ServerName;
import io.millrace.sandbox.state.DataRecord;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServerSlotTest {

    private static final String RUN = "echo ready; while :; do sleep 0.05; done";
    private static final SandboxRequest REQUEST =
            new SandboxRequest(Set.of(ServerName.MYSQL), null, List.of(), List.of(), List.of(), List.of(), List.of());

    @TempDir
    Path temporary;

    private final List<Event> events = new ArrayList<>();
    private StateFolder folder;
    private ServerSlot slot;
    private ServerSocket taken;

    @BeforeEach
    void createFolder() {
        folder = new StateFolder(temporary.resolve("x/sandbox"));
        folder.create();
    }

    @AfterEach
    void stop() throws InterruptedException, IOException {
        slot.requestStop();
        slot.awaitStop();
        if (taken != null) {
            taken.close();
        }
    }

    @Test
    void aServerIsStartedOnceAndFilledEachTime() throws Exception {
        FakeServer server = new FakeServer(workspace -> RUN);
        open(server);

        assertThat(slot.ensureUp(REQUEST, events::add)).isTrue();
        assertThat(slot.ensureUp(REQUEST, events::add)).isFalse();

        assertThat(server.ports).hasSize(1);
        assertThat(events)
                .filteredOn(event -> event.type() == Event.Type.REMARK)
                .hasSize(2);
        assertThat(slot.status().state()).isEqualTo("ready");
        assertThat(slot.properties()).containsKey("fake.port");
    }

    @Test
    void aServerThatDiesIsShownAndStartedAgainWithItsDataOnItsPort() throws Exception {
        FakeServer server = new FakeServer(workspace -> RUN);
        open(server);
        slot.ensureUp(REQUEST, events::add);

        slot.process().server().find().orElseThrow().destroyForcibly();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> slot.state() == ServerSlot.State.DEAD);
        assertThat(slot.properties()).isEmpty();

        assertThat(slot.ensureUp(REQUEST, events::add)).isTrue();
        assertThat(server.initialised).isEqualTo(1);
        assertThat(server.ports).hasSize(2).satisfies(ports -> assertThat(ports.get(1))
                .isEqualTo(ports.get(0)));
    }

    @Test
    void aServerWhosePortWasTakenMeanwhileIsStartedOnAnother() throws Exception {
        FakeServer server = new FakeServer(workspace -> takeFirst(workspace.port("main")) ? "exit 1" : RUN);
        open(server);

        slot.ensureUp(REQUEST, events::add);

        assertThat(server.ports).hasSize(2).doesNotHaveDuplicates();
        assertThat(slot.state()).isEqualTo(ServerSlot.State.READY);
    }

    @Test
    void aServerThatDoesNotStartTellsWhyAndMayBeTriedAgain() throws Exception {
        String[] script = {"echo 'ERROR no such option'; exit 1"};
        open(new FakeServer(workspace -> script[0]));

        assertThatThrownBy(() -> slot.ensureUp(REQUEST, events::add))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("ERROR no such option")
                .hasMessageContaining(folder.log("mysql").toString());
        assertThat(slot.status().state()).isEqualTo("failed");

        script[0] = RUN;
        assertThat(slot.ensureUp(REQUEST, events::add)).isTrue();
    }

    private void open(FakeServer server) throws IOException {
        slot = new ServerSlot(server, folder, DataRecord.open(folder), temporary, () -> {});
    }

    private boolean takeFirst(int port) {
        if (taken != null) {
            return false;
        }
        try {
            taken = new ServerSocket(port, 1, Ports.loopback());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
