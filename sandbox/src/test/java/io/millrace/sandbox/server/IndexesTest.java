package io.millrace.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexesTest {

    @TempDir
    Path folder;

    @Test
    void aMappingAloneIsPutIntoABody() throws IOException {
        assertThat(Indexes.body(file("{\"properties\":{\"a\":{\"type\":\"keyword\"}}}")))
                .isEqualTo("{\"mappings\":{\"properties\":{\"a\":{\"type\":\"keyword\"}}}}");
    }

    @Test
    void aWholeBodyStaysAsItIs() throws IOException {
        String body = "{\"settings\":{\"number_of_shards\":1},\"mappings\":{}}";

        assertThat(Indexes.body(file(body))).isEqualTo(body);
    }

    @Test
    void whatIsNotJsonIsRefusedAtItsPlace() throws IOException {
        Path file = file("{\n  \"a\": ]\n}");

        assertThatThrownBy(() -> Indexes.body(file))
                .hasMessageStartingWith(file + ":2:")
                .hasMessageContaining("not JSON");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("x.json"), content);
    }
}
