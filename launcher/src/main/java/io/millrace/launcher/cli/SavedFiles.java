package io.millrace.launcher.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Tells which files of a folder were saved, in folders below it too, but for what builds and tools keep there. */
final class SavedFiles implements AutoCloseable {

    private static final Set<String> PASSED_OVER = Set.of("target", "build", "node_modules");

    /** An editor writes a file in several steps, and a checkout many files. */
    private static final long QUIET_MILLIS = 40;

    private final Path root;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /** @param others files, relative to the root, whose folders are watched wherever they are */
    SavedFiles(Path root, List<String> others) throws IOException {
        this.root = root;
        this.service = root.getFileSystem().newWatchService();
        watch(root);
        for (String other : others) {
            Path folder = root.resolve(other).normalize().getParent();
            if (Files.isDirectory(folder)) {
                register(folder);
            }
        }
    }

    /** Waits for files to be saved; their paths relative to the root, none when this was closed meanwhile. */
    Set<String> await() throws IOException, InterruptedException {
        Set<String> saved = new HashSet<>();
        try {
            WatchKey key = service.take();
            while (key != null || saved.isEmpty()) {
                take(key == null ? service.take() : key, saved);
                key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (ClosedWatchServiceException e) {
            return Set.of();
        }
        return saved;
    }

    private void take(WatchKey key, Set<String> saved) throws IOException {
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder != null && event.context() instanceof Path name) {
                Path path = folder.resolve(name);
                if (Files.isDirectory(path)) {
                    watch(path);
                } else {
                    saved.add(root.relativize(path).toString().replace('\\', '/'));
                }
            }
        }
        key.reset();
    }

    private void watch(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                String name = visited.getFileName() == null
                        ? ""
                        : visited.getFileName().toString();
                boolean hidden = name.startsWith(".") || PASSED_OVER.contains(name);
                if (hidden && !visited.equals(root)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                register(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void register(Path folder) throws IOException {
        folders.put(
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE),
                folder);
    }

    /** Ends the waiting; may be called by any thread. */
    @Override
    public void close() throws IOException {
        service.close();
    }
}
