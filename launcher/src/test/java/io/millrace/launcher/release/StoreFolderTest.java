package io.millrace.launcher.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreFolderTest {

    private static final int THREADS = 8;
    private static final int FILES = 25;
    private static final int SIZE = 50_000;

    @TempDir
    private Path root;

    @Test
    void ofThoseWhoCreateAFileAtOnceOneSucceeds() throws Exception {
        StoreFolder folder = folder();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<String>>> created = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> createAll(folder, thread, start)))
                    .toList();
            List<String> winners = new ArrayList<>();
            for (Future<List<String>> names : created) {
                winners.addAll(names.get());
            }
            assertThat(winners).hasSize(FILES).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
        assertThat(folder.names()).as("nothing but the files").hasSize(FILES);
        for (String name : folder.names()) {
            assertThat(folder.read(name).orElseThrow())
                    .hasSize(SIZE)
                    .containsOnly(folder.read(name).orElseThrow()[0]);
        }
    }

    @Test
    void aReaderSeesAFileThatIsReplacedAsAWhole() throws Exception {
        StoreFolder folder = folder();
        folder.create("file", content(0));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> writer = threads.submit(() -> {
                for (int i = 1; !over.get(); i++) {
                    folder.replace("file", content(i % THREADS));
                }
                return null;
            });
            for (int i = 0; i < 200; i++) {
                byte[] read = folder.read("file").orElseThrow();
                assertThat(read).hasSize(SIZE);
                assertThat(read[SIZE - 1]).isEqualTo(read[0]);
            }
            over.set(true);
            writer.get();
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    @Test
    void whatDoesNotExistHasNoNamesAndNoContent() throws IOException {
        assertThat(folder().names()).isEmpty();
        assertThat(folder().read("file")).isEmpty();
        assertThat(root.resolve("store")).doesNotExist();
    }

    @Test
    void namesComeInTheirOrderAndADeletedFileIsGone() throws IOException {
        StoreFolder folder = folder();
        for (String name : List.of("c", "a", "b")) {
            assertThat(folder.create(name, name.getBytes(StandardCharsets.UTF_8)))
                    .isTrue();
        }
        folder.delete("b");
        folder.delete("never");
        assertThat(folder.names()).containsExactly("a", "c");
    }

    private static List<String> createAll(StoreFolder folder, int thread, CyclicBarrier start) throws Exception {
        List<String> created = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            start.await();
            if (folder.create("file-" + file, content(thread))) {
                created.add("file-" + file);
            }
        }
        return created;
    }

    private static byte[] content(int value) {
        return Integer.toString(value).repeat(SIZE).getBytes(StandardCharsets.UTF_8);
    }

    private StoreFolder folder() {
        return new StoreFolder(
                new org.apache.flink.core.fs.Path(root.resolve("store").toString()));
    }
}
