package io.millrace.sandbox.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCacheTest {

    @TempDir
    Path home;

    private ServerCache cache;

    @BeforeEach
    void makeCache() {
        cache = new ServerCache(home);
    }

    @Test
    void anUnpackedServerIsThere() {
        cache.install("x-1", folder -> Files.writeString(folder.resolve("file"), "content"));

        assertThat(cache.folder("x-1").resolve("file")).hasContent("content");
        assertThat(cache.has("x-1")).isTrue();
    }

    @Test
    void aServerThatIsThereIsNotUnpackedAgain() {
        AtomicInteger unpacked = new AtomicInteger();
        cache.install("x-1", folder -> unpacked.incrementAndGet());
        cache.install("x-1", folder -> unpacked.incrementAndGet());

        assertThat(unpacked).hasValue(1);
    }

    @Test
    void whatAFailureLeavesIsNotVisibleAndTheNextTryWorks() {
        assertThatThrownBy(() -> cache.install("x-1", folder -> {
                    Files.writeString(folder.resolve("half"), "");
                    throw new IOException("cut");
                }))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("cut");
        assertThat(cache.has("x-1")).isFalse();

        cache.install("x-1", folder -> assertThat(folder).isEmptyDirectory());

        assertThat(cache.has("x-1")).isTrue();
    }

    @Test
    void whatAKilledProcessLeftIsDoneAgain() throws IOException {
        Files.createDirectories(home.resolve("servers/.x-1.tmp/bin"));
        Files.writeString(home.resolve("servers/.x-1.tmp/bin/half"), "");

        cache.install("x-1", folder -> Files.writeString(folder.resolve("file"), ""));

        assertThat(cache.folder("x-1")).isDirectoryContaining("glob:**/file");
        assertThat(cache.folder("x-1").resolve("bin")).doesNotExist();
    }

    @Test
    void aFullDiskIsCalledByItsName() {
        assertThatThrownBy(() -> cache.install("x-1", folder -> {
                    throw new IOException("wrapped", new IOException("No space left on device"));
                }))
                .hasMessageContaining("no space left to unpack x-1")
                .hasMessageContaining("MILLRACE_HOME");
    }

    @Test
    void twoAtATimeUnpackOnce() {
        AtomicInteger unpacked = new AtomicInteger();
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> cache.install("x-1", folder -> unpacked.incrementAndGet()));
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> cache.install("x-1", folder -> unpacked.incrementAndGet()));

        CompletableFuture.allOf(first, second).join();

        assertThat(unpacked).hasValue(1);
    }

    @Test
    void theUserCacheIsWhereTheVariableSays() {
        assertThat(ServerCache.home(Map.of("MILLRACE_HOME", "/elsewhere"))).isEqualTo(Path.of("/elsewhere"));
        assertThat(ServerCache.home(Map.of("HOME", "/home/jane"))).isEqualTo(Path.of("/home/jane/.millrace"));
        assertThat(ServerCache.home(Map.of())).isEqualTo(Path.of(System.getProperty("user.home"), ".millrace"));
    }
}
