package io.millrace.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisorRecordTest {

    @TempDir
    Path temporary;

    private StateFolder folder;

    @BeforeEach
    void createFolder() {
        folder = new StateFolder(temporary.resolve("project/.millrace/sandbox"));
        folder.create();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        SupervisorRecord record = new SupervisorRecord(
                new ProcessIdentity(12, Instant.parse("2026-01-02T03:04:05.060Z")),
                4711,
                "token",
                Map.of("kafka", new ProcessIdentity(13, Instant.parse("2026-01-02T03:04:06Z"))));

        record.write(folder);

        assertThat(SupervisorRecord.read(folder)).contains(record);
    }

    @Test
    void noFileIsNoRecord() {
        assertThat(SupervisorRecord.read(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pid=1", "pid=x\nstart=2026-01-01T00:00:00Z\nport=1\ntoken=t", "pid=1\nstart=never"})
    void aFileThatMakesNoSenseIsNoRecord(String content) throws IOException {
        Files.writeString(folder.supervisorProperties(), content);

        assertThat(SupervisorRecord.read(folder)).isEmpty();
    }
}
