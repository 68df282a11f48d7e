package io.millrace.sandbox.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchivesTest {

    @TempDir
    Path folder;

    @Test
    void onlyWantedEntriesAreUnpackedAndMayMove() throws IOException {
        Path zip = zip("deep/bin/server", "deep/man/page");

        Archives.unzip(
                zip,
                folder.resolve("out"),
                name -> name.contains("/bin/") ? Optional.of(name.substring("deep/".length())) : Optional.empty());

        assertThat(folder.resolve("out/bin/server")).hasContent("content of deep/bin/server");
        assertThat(folder.resolve("out/man")).doesNotExist();
    }

    @Test
    void aTruncatedZipIsRefused() throws IOException {
        Path zip = zip("a", "b");
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), (int) Files.size(zip) - 30));

        assertThatThrownBy(() -> Archives.unzip(zip, folder.resolve("out"), Optional::of))
                .isInstanceOf(ZipException.class);
    }

    @Test
    void aZipWithAFlippedByteIsRefused() throws IOException {
        Path zip = folder.resolve("stored.zip");
        byte[] content = "content that will change".getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setLevel(0);
            out.putNextEntry(new ZipEntry("entry"));
            out.write(content);
        }
        String bytes = Files.readString(zip, StandardCharsets.ISO_8859_1);
        Files.writeString(zip, bytes.replace("that will", "that hill"), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Archives.unzip(zip, folder.resolve("out"), Optional::of))
                .isInstanceOf(ZipException.class)
                .hasMessageContaining("damaged at entry");
    }

    @Test
    void anEntryThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Path zip = zip("../outside");

        assertThatThrownBy(() -> Archives.unzip(zip, folder.resolve("out"), Optional::of))
                .hasMessageContaining("leads out of its folder");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void aTarKeepsExecutableBitsAndLinks() throws IOException {
        Archives.untarXz(new ByteArrayInputStream(tarXz("lib/libx.so.1")), folder);

        assertThat(folder.resolve("bin/server")).isExecutable();
        assertThat(folder.resolve("share/text").toFile().canExecute()).isFalse();
        assertThat(folder.resolve("libx.so")).isSymbolicLink();
        assertThat(Files.readSymbolicLink(folder.resolve("libx.so"))).isEqualTo(Path.of("lib/libx.so.1"));
    }

    @Test
    void aTruncatedTarIsRefused() throws IOException {
        byte[] whole = tarXz("lib/libx.so.1");

        assertThatThrownBy(() ->
                        Archives.untarXz(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)), folder))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefused() throws IOException {
        byte[] tar = tarXz("../../secret");

        assertThatThrownBy(() -> Archives.untarXz(new ByteArrayInputStream(tar), folder.resolve("out")))
                .hasMessageContaining("leads out of its folder");
    }

    private Path zip(String... names) throws IOException {
        Path zip = folder.resolve("x.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(("content of " + name).getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    private static byte[] tarXz(String linkTarget) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream xz = new XZOutputStream(bytes, new LZMA2Options(0));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(xz)) {
            put(tar, "bin/server", 0755);
            put(tar, "share/text", 0644);
            TarArchiveEntry link = new TarArchiveEntry("libx.so", TarConstants.LF_SYMLINK);
            link.setLinkName(linkTarget);
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, String name, int mode) throws IOException {
        byte[] content = name.repeat(100).getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
