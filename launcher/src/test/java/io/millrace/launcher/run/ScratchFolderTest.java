package io.millrace.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class ScratchFolderTest {

    @Test
    void isReadableByItsUserOnlyAndGoesWhenClosed() throws IOException {
        ScratchFolder folder = ScratchFolder.create();
        Files.createDirectories(folder.path().resolve("a/b"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
        folder.close();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void removesWhatADeadProcessLeftBehindAndNothingElse() throws IOException {
        Path left = Files.createTempDirectory("millrace-flink-999999999999-");
        try (ScratchFolder running = ScratchFolder.create();
                ScratchFolder next = ScratchFolder.create()) {
            assertThat(left).doesNotExist();
            assertThat(running.path()).exists();
            assertThat(next.path()).exists();
        }
    }
}
