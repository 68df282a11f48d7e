package io.millrace.launcher.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.launcher.release.StartResult.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleaseStoreTest {

    @TempDir
    private Path root;

    private ReleaseStore store;

    @BeforeEach
    void open() {
        store = ReleaseStore.of(root.resolve("releases").toString(), "shop", "prod");
    }

    @Test
    void aReleaseIsReadAsItWasKept() throws Exception {
        Release release = Releases.of(1, "INSERT INTO ä SELECT '\n';", List.of(new ReleasedJar("a.jar", "1", "2")));
        assertThat(store.keep(release)).isTrue();
        assertThat(store.release("p", 1)).contains(release);
        assertThat(store.release("p", 2)).isEmpty();
    }

    @Test
    void aRevisionAndANumberAreGivenOnce() throws Exception {
        assertThat(store.keep(Releases.of(1, "first", List.of()))).isTrue();
        assertThat(store.keep(Releases.of(1, "second", List.of()))).isFalse();
        assertThat(store.release("p", 1).orElseThrow().sql()).isEqualTo("first");
        assertThat(store.keep(Releases.start(1, 1, 1))).isTrue();
        assertThat(store.keep(Releases.start(1, 1, 2))).isFalse();
    }

    @Test
    void theNewestComesFirstAlsoPastNine() throws Exception {
        for (int number : List.of(2, 10, 1, 9)) {
            store.keep(Releases.of(number));
            store.keep(Releases.start(number, number, 1));
            store.keep("p", new StartResult(number, Result.RUNNING, "", "", ""));
        }
        assertThat(store.releases("p")).extracting(Release::revision).containsExactly(10, 9, 2, 1);
        assertThat(store.starts("p")).extracting(Start::number).containsExactly(10, 9, 2, 1);
        assertThat(store.results("p")).extracting(StartResult::number).containsExactly(10, 9, 2, 1);
    }

    @Test
    void itsIdStaysAndIsItsOwn() throws Exception {
        String id = store.id();
        assertThat(ReleaseStore.of(root.resolve("releases").toUri().toString(), "shop", "prod")
                        .id())
                .isEqualTo(id);
        assertThat(ReleaseStore.of(root.resolve("releases").toString(), "shop", "test")
                        .id())
                .isNotEqualTo(id);
        assertThat(Start.jobId(id, "p", 1, 1))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(Start.jobId(id, "p", 1, 2))
                .isEqualTo(Start.jobId(id, "p", 1, 1));
    }

    @Test
    void aRemovedReleaseTakesItsStartsAlong() throws Exception {
        for (int number : List.of(1, 2)) {
            store.keep(Releases.of(number));
            store.keep(Releases.start(number, number, 1));
            store.keep("p", new StartResult(number, Result.FINISHED, "", "", ""));
        }
        store.remove(Releases.of(1));
        assertThat(store.releases("p")).extracting(Release::revision).containsExactly(2);
        assertThat(store.starts("p")).extracting(Start::number).containsExactly(2);
        assertThat(store.results("p")).extracting(StartResult::number).containsExactly(2);
    }

    @Test
    void aJarIsFetchedUnderItsName() throws Exception {
        ReleasedJar jar = kept("hello");
        Path fetched = store.fetch(jar, Files.createDirectory(root.resolve("fetched")));
        assertThat(fetched).hasFileName("functions.jar").hasSameBinaryContentAs(root.resolve("functions.jar"));
    }

    @Test
    void aDamagedOrLostJarIsNotFetched() throws Exception {
        ReleasedJar jar = kept("hello");
        Path target = Files.createDirectory(root.resolve("fetched"));
        Path stored = file(jar.sha256() + ".jar");
        Files.writeString(stored, "damaged");
        assertThatThrownBy(() -> store.fetch(jar, target))
                .isInstanceOf(ReleaseStoreException.class)
                .hasMessageContaining("the jar functions.jar of a release is damaged");
        Files.delete(stored);
        assertThatThrownBy(() -> store.fetch(jar, target))
                .isInstanceOf(ReleaseStoreException.class)
                .hasMessageContaining("the jar functions.jar of a release is gone");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void jarsOfTheSameFilesHaveTheSameContent() throws Exception {
        ReleasedJar one = jar("one.jar", "hello", 1_000_000_000_000L);
        ReleasedJar later = jar("later.jar", "hello", 1_500_000_000_000L);
        assertThat(later.sha256()).isNotEqualTo(one.sha256());
        assertThat(later.content()).isEqualTo(one.content());
        assertThat(jar("other.jar", "hullo", 1_000_000_000_000L).content()).isNotEqualTo(one.content());
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        store.keep(Releases.of(1));
        Files.writeString(file("release-1.json"), "{");
        assertThatThrownBy(() -> store.releases("p"))
                .isInstanceOf(ReleaseStoreException.class)
                .hasMessageContaining("the file release-1.json is damaged");
    }

    @Test
    void readingMakesNoFile() throws Exception {
        assertThat(store.releases("p")).isEmpty();
        assertThat(store.starts("p")).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    private ReleasedJar kept(String text) throws Exception {
        ReleasedJar jar = jar("functions.jar", text, 1_000_000_000_000L);
        store.keep(jar, root.resolve("functions.jar"));
        return jar;
    }

    private ReleasedJar jar(String name, String text, long time) throws IOException {
        Path file = root.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("a.txt");
            entry.setTime(time);
            zip.putNextEntry(entry);
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return ReleasedJar.of(file);
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
