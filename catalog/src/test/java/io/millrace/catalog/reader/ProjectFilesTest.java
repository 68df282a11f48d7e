package io.millrace.catalog.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectFilesTest {

    private static final SourceLocation NAMED_AT = new SourceLocation("pipelines/p.yaml", 3, 5);

    private final DiagnosticCollector problems = new DiagnosticCollector();

    @TempDir
    private Path folder;

    @Test
    void refusesALinkThatLeavesTheProject() throws IOException {
        Path root = Files.createDirectory(folder.resolve("project"));
        Files.writeString(folder.resolve("secret.sql"), "SELECT 1");
        Files.createSymbolicLink(root.resolve("link.sql"), folder.resolve("secret.sql"));
        assertThat(new ProjectFiles(root).read("link.sql", NAMED_AT, problems)).isEmpty();
        assertThat(only().code()).isEqualTo(DiagnosticCode.FILE_OUTSIDE_PROJECT);
        assertThat(only().location()).isEqualTo(NAMED_AT);
    }

    @Test
    void followsALinkThatStaysInside() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "SELECT 1");
        Files.createSymbolicLink(folder.resolve("b.sql"), Path.of("a.sql"));
        assertThat(new ProjectFiles(folder).read("b.sql", NAMED_AT, problems)).isPresent();
    }

    @Test
    void refusesAFileOverOneMebibyte() throws IOException {
        Files.write(folder.resolve("fits.sql"), new byte[ProjectFiles.SIZE_LIMIT]);
        Files.write(folder.resolve("big.sql"), new byte[ProjectFiles.SIZE_LIMIT + 1]);
        ProjectFiles files = new ProjectFiles(folder);
        assertThat(files.read("fits.sql", NAMED_AT, problems)).isPresent();
        assertThat(files.read("big.sql", NAMED_AT, problems)).isEmpty();
        assertThat(only().code()).isEqualTo(DiagnosticCode.FILE_TOO_LARGE);
    }

    @Test
    void saysWhereAFileStopsBeingUtf8() throws IOException {
        Files.write(folder.resolve("latin.sql"), "SELECT 1;\nSELECT 'é'".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new ProjectFiles(folder).read("latin.sql", NAMED_AT, problems))
                .isEmpty();
        assertThat(only().code()).isEqualTo(DiagnosticCode.FILE_NOT_UTF8);
        assertThat(only().location().toString()).isEqualTo("latin.sql:2:9");
    }

    @Test
    void aTruncatedLastCharacterIsNotUtf8Either() throws IOException {
        Files.write(folder.resolve("cut.sql"), new byte[] {'a', (byte) 0xC3});
        assertThat(new ProjectFiles(folder).read("cut.sql", NAMED_AT, problems)).isEmpty();
        assertThat(only().location().toString()).isEqualTo("cut.sql:1:2");
    }

    @Test
    void tellsEveryoneWhoAsksAboutABrokenFile() throws IOException {
        Files.write(folder.resolve("bad.sql"), new byte[] {(byte) 0xFF});
        ProjectFiles files = new ProjectFiles(folder);
        DiagnosticCollector second = new DiagnosticCollector();
        assertThat(files.read("bad.sql", NAMED_AT, problems)).isEmpty();
        assertThat(files.read("bad.sql", NAMED_AT, second)).isEmpty();
        assertThat(second.sorted()).isEqualTo(problems.sorted()).hasSize(1);
    }

    @Test
    void aPathMayBeRelativeToAFolderOfTheProject() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/rows.csv"), "id");
        ProjectFiles files = new ProjectFiles(folder);
        assertThat(files.locate("a/b", "../rows.csv", NAMED_AT, problems)).contains(folder.resolve("a/rows.csv"));
        assertThat(files.locate("a/b", "../row.csv", NAMED_AT, problems)).isEmpty();
        assertThat(only().hint()).contains("did you mean '../rows.csv'?");
    }

    @Test
    void aNameThatIsNoPathIsReported() {
        assertThat(new ProjectFiles(folder).read("a\0b", NAMED_AT, problems)).isEmpty();
        assertThat(only().code()).isEqualTo(DiagnosticCode.FILE_UNREADABLE);
    }

    private Diagnostic only() {
        assertThat(problems.sorted()).hasSize(1);
        return problems.sorted().get(0);
    }
}
