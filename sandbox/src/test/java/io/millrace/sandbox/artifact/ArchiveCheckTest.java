package io.millrace.sandbox.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCheckTest {

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void writeJar() throws IOException {
        jar = folder.resolve("x.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("entry"));
            out.write(new byte[1000]);
        }
    }

    @Test
    void aJarWithoutAChecksumIsWholeWhenItOpens() {
        assertThat(ArchiveCheck.isWhole(jar)).isTrue();
    }

    @Test
    void aTruncatedJarIsNotWhole() throws IOException {
        Files.write(jar, Arrays.copyOf(Files.readAllBytes(jar), 40));

        assertThat(ArchiveCheck.isWhole(jar)).isFalse();
    }

    @Test
    void anEmptyFileIsNotWhole() throws IOException {
        Files.write(jar, new byte[0]);

        assertThat(ArchiveCheck.isWhole(jar)).isFalse();
    }

    @Test
    void aJarThatDiffersFromItsChecksumIsNotWhole() throws IOException {
        Files.writeString(folder.resolve("x.jar.sha1"), "0123456789012345678901234567890123456789\n");

        assertThat(ArchiveCheck.isWhole(jar)).isFalse();
    }

    @Test
    void aChecksumFileMayNameItsFileToo() throws IOException {
        Files.writeString(jar, "abc");
        Files.writeString(folder.resolve("x.jar.sha1"), "A9993E364706816ABA3E25717850C26C9CD0D89D  x.jar\n");

        assertThat(ArchiveCheck.isWhole(jar)).isTrue();
    }
}
