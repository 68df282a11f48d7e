package io.millrace.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailerTest {

    @TempDir
    Path folder;

    @Test
    void onlyWhatIsAddedComesAfterTheLastLines() throws IOException {
        Path log = Files.writeString(folder.resolve("x.log"), "one\ntwo\n");
        LogTailer tailer = new LogTailer(log);

        assertThat(tailer.last(1)).isEqualTo("two\n");
        assertThat(tailer.added()).isEmpty();

        Files.writeString(log, "three\n", StandardOpenOption.APPEND);
        assertThat(tailer.added()).isEqualTo("three\n");
    }

    @Test
    void fewerLinesThanWantedAreAll() throws IOException {
        LogTailer tailer = new LogTailer(Files.writeString(folder.resolve("x.log"), "one\ntwo"));

        assertThat(tailer.last(10)).isEqualTo("one\ntwo");
    }

    @Test
    void manyLinesAreCountedFromTheEnd() throws IOException {
        LogTailer tailer =
                new LogTailer(Files.writeString(folder.resolve("x.log"), "a line of text\n".repeat(20_000) + "end\n"));

        assertThat(tailer.last(10_000).lines()).hasSize(10_000).last().isEqualTo("end");
    }

    @Test
    void aLogThatWasReplacedIsReadFromItsStart() throws IOException {
        Path log = Files.writeString(folder.resolve("x.log"), "a long first file\n");
        LogTailer tailer = new LogTailer(log);
        assertThat(tailer.last(1)).isNotEmpty();

        Files.writeString(log, "new\n");

        assertThat(tailer.added()).isEqualTo("new\n");
    }
}
