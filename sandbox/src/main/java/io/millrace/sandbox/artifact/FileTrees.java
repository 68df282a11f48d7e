package io.millrace.sandbox.artifact;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;

/** Whole folders: deleting them, and filling them without copying where the file system can link. */
public final class FileTrees {

    private FileTrees() {}

    /** Deletes a file or folder with everything in it; does nothing when it is not there; follows no link. */
    public static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Puts files into a folder under their own names: hard links where possible, copies elsewhere. */
    public static void link(Collection<Path> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path file : files) {
            Path target = folder.resolve(file.getFileName());
            try {
                Files.createLink(target, file.toRealPath());
            } catch (UnsupportedOperationException | IOException e) {
                // Another file system, or one without links: a copy serves as well.
                Files.copy(file, target);
            }
        }
    }
}
