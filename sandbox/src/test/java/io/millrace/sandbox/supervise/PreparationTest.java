package io.millrace.sandbox.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.sandbox.server.Flavour;
import io.millrace.sandbox.server.ServerName;
import io.millrace.sandbox.server.Servers;
import io.millrace.sandbox.server.Workspace;
import io.millrace.sandbox.state.DataRecord;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {

    @TempDir
    Path temporary;

    private StateFolder folder;
    private Workspace workspace;

    @BeforeEach
    void createFolder() throws IOException {
        folder = new StateFolder(temporary.resolve("x/sandbox"));
        folder.create();
        workspace = new Workspace(ServerName.MYSQL, folder, temporary, DataRecord.open(folder), Map.of("main", 1));
    }

    @Test
    void aDataFolderIsMadeOnce() throws Exception {
        FakeServer server = new FakeServer(any -> "");
        Preparation.ensure(server, workspace, () -> {});
        Preparation.ensure(server, workspace, () -> {});

        assertThat(server.initialised).isEqualTo(1);
    }

    @Test
    void oneThatWasLeftHalfMadeIsMadeAgain() throws Exception {
        Files.createDirectories(workspace.data());
        Path half = Files.writeString(workspace.data().resolve("half"), "");
        FakeServer server = new FakeServer(any -> "");

        Preparation.ensure(server, workspace, () -> {});

        assertThat(server.initialised).isEqualTo(1);
        assertThat(half).doesNotExist();
    }

    @Test
    void dataOfAnotherProductAreRefused() throws IOException {
        Files.createDirectories(workspace.home());
        Files.writeString(workspace.home().resolve("prepared"), "mysql-8.0.33\n");

        assertThatThrownBy(() -> Preparation.check(folder, Servers.of(ServerName.MYSQL, Flavour.MARIADB)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("down --wipe");
    }

    @Test
    void theFlavourOfTheDataIsKeptUnlessAnotherIsWanted() throws IOException {
        assertThat(Preparation.flavour(folder, null)).isEqualTo(Flavour.MARIADB);

        Files.createDirectories(workspace.home());
        Files.writeString(workspace.home().resolve("prepared"), "mysql-8.0.33\n");

        assertThat(Preparation.flavour(folder, null)).isEqualTo(Flavour.MYSQL);
        assertThat(Preparation.flavour(folder, Flavour.MARIADB)).isEqualTo(Flavour.MARIADB);
    }
}
