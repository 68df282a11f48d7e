package io.millrace.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void theLastErrorBeforeTheAftermathIsTheReason() throws IOException {
        Path log = write("all well\n[ERROR] Can't open the table\n[ERROR] Aborting\n");

        assertThat(LogTail.reason(log, 0)).contains("[ERROR] Can't open the table");
    }

    @Test
    void withoutAnErrorTheLastLineIsTheReason() throws IOException {
        assertThat(LogTail.reason(write("one\ntwo\n\n"), 0)).contains("two");
    }

    @Test
    void whatAnEarlierProgramWroteDoesNotCount() throws IOException {
        Path log = write("ERROR old\n");
        long mark = LogTail.mark(log);

        assertThat(LogTail.reason(log, mark)).isEmpty();
    }

    @Test
    void aMissingLibraryNamesThePackage() throws IOException {
        Path log = write("mysqld: error while loading shared libraries: libaio.so.1: cannot open shared object file\n");

        assertThat(LogTail.reason(log, 0))
                .hasValueSatisfying(reason ->
                        assertThat(reason).contains("libaio.so.1 is missing").contains("install libaio1"));
    }

    @Test
    void aFullDiskSaysWhatToDo() throws IOException {
        Path log = write("FATAL: could not write: No space left on device\n");

        assertThat(LogTail.reason(log, 0))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("the disk is full, free space on it"));
    }

    @Test
    void noLogIsNoReason() {
        assertThat(LogTail.reason(folder.resolve("absent"), 0)).isEmpty();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("x.log"), text);
    }
}
