package io.millrace.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Map<String, String> values = Map.of("b.url", "jdbc:postgresql://127.0.0.1:1/reports", "a", "ä = #!\\ \n x");

        PropertiesFile.write(folder.resolve("x.properties"), values);

        assertThat(PropertiesFile.read(folder.resolve("x.properties"))).contains(values);
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        Path file = folder.resolve("x.properties");
        Files.writeString(file, "old=1");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        PropertiesFile.write(file, Map.of("secret.x", "y"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingElseStaysInTheFolder() throws IOException {
        PropertiesFile.write(folder.resolve("x.properties"), Map.of("a", "1"));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("x.properties"));
        }
    }

    @Test
    void equalValuesGiveEqualFiles() throws IOException {
        PropertiesFile.write(folder.resolve("1"), Map.of("b", "2", "a", "1"));
        PropertiesFile.write(folder.resolve("2"), Map.of("a", "1", "b", "2"));

        assertThat(folder.resolve("1")).hasContent("a=1\nb=2\n").hasSameBinaryContentAs(folder.resolve("2"));
    }

    @Test
    void anAbsentFileIsEmpty() throws IOException {
        assertThat(PropertiesFile.read(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void aFileThatIsNotPropertiesIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("bad"), "a=\\u00zz");

        assertThatThrownBy(() -> PropertiesFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }
}
