package io.millrace.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {

    @TempDir
    Path folder;

    @Test
    void theActionsResultIsReturnedAndTheLockGivenBack() throws Exception {
        Path file = folder.resolve("lock");

        assertThat(FileLocks.holding(file, Duration.ZERO, () -> {}, () -> "done"))
                .isEqualTo("done");
        assertThat(FileLocks.holding(file, Duration.ZERO, () -> {}, () -> "again"))
                .isEqualTo("again");
    }

    @Test
    void theLockIsGivenBackAfterAFailure() throws Exception {
        Path file = folder.resolve("lock");
        assertThatThrownBy(() -> FileLocks.holding(file, Duration.ZERO, () -> {}, () -> {
                    throw new IOException("boom");
                }))
                .hasMessage("boom");

        assertThat(FileLocks.tryLock(file)).hasValueSatisfying(FileLocksTest::release);
    }

    @Test
    void whoCannotHaveItInTimeIsToldSo() throws IOException {
        Path file = folder.resolve("lock");
        FileLock held = FileLocks.tryLock(file).orElseThrow();
        try {
            assertThatThrownBy(() -> FileLocks.holding(file, Duration.ofMillis(150), () -> {}, () -> null))
                    .isInstanceOfSatisfying(
                            SandboxException.class, e -> assertThat(e.kind()).isEqualTo(SandboxException.Kind.LOCKED))
                    .hasMessageContaining(file.toString());
        } finally {
            release(held);
        }
    }

    @Test
    void whoWaitsIsToldOnceAndThenHasIt() throws Exception {
        Path file = folder.resolve("lock");
        FileLock held = FileLocks.tryLock(file).orElseThrow();
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> releasing = CompletableFuture.runAsync(() -> {
            try {
                waiting.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            release(held);
        });

        String result = FileLocks.holding(file, Duration.ofSeconds(10), waiting::countDown, () -> "mine");

        assertThat(result).isEqualTo("mine");
        assertThat(releasing).isCompleted();
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
