package io.millrace.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataRecordTest {

    @TempDir
    Path temporary;

    private StateFolder folder;

    @BeforeEach
    void createFolder() {
        folder = new StateFolder(temporary.resolve(".millrace/sandbox"));
        folder.create();
    }

    @Test
    void idAndPasswordsStayTheSame() throws IOException {
        DataRecord first = DataRecord.open(folder);
        String id = first.sandboxId();
        String password = first.password("kafka");

        DataRecord second = DataRecord.open(folder);

        assertThat(second.sandboxId()).isEqualTo(id);
        assertThat(second.password("kafka")).isEqualTo(password);
    }

    @Test
    void eachUserHasAPasswordOfItsOwnThatNeedsNoQuoting() throws IOException {
        DataRecord record = DataRecord.open(folder);

        assertThat(record.password("a")).isNotEqualTo(record.password("b")).matches("[A-Za-z0-9]{24}");
    }

    @Test
    void anotherFolderHasAnotherId() throws IOException {
        StateFolder other = new StateFolder(temporary.resolve("other/sandbox"));
        other.create();

        assertThat(DataRecord.open(other).sandboxId())
                .isNotEqualTo(DataRecord.open(folder).sandboxId());
    }
}
