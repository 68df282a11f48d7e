package io.millrace.sandbox.artifact;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks archives; refuses damaged ones and entries that would land outside the target folder. */
public final class Archives {

    private Archives() {}

    /**
     * Unpacks a zip.
     *
     * @param place the path below {@code target} for an entry's name; empty leaves the entry out
     * @throws IOException when the archive is damaged or the target cannot be written
     */
    public static void unzip(Path archive, Path target, Function<String, Optional<String>> place) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Optional<String> path = entry.isDirectory() ? Optional.empty() : place.apply(entry.getName());
                if (path.isPresent()) {
                    copyChecked(zip, entry, inside(target, path.get()));
                }
            }
        }
    }

    /** Unpacks the {@code .txz} that stands inside a zip; files keep their executable bit, links stay links. */
    public static void untarXzInside(Path archive, String entryName, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(entryName);
            if (entry == null) {
                throw new ZipException(archive + " holds no " + entryName);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                untarXz(in, target);
            }
        }
    }

    /** Unpacks a {@code .tar.xz}; files keep their executable bit, links stay links. */
    public static void untarXz(InputStream in, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            boolean empty = true;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                untar(tar, entry, target);
                empty = false;
            }
            if (empty) {
                throw new EOFException("the archive is empty");
            }
        }
    }

    /** Makes a file executable for everyone who may read it. */
    public static void makeExecutable(Path file) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
    }

    private static void copyChecked(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        try (in) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        // ZipFile, unlike ZipInputStream, does not compare checksums itself.
        if (in.getChecksum().getValue() != entry.getCrc()) {
            throw new ZipException(zip.getName() + " is damaged at " + entry.getName());
        }
    }

    private static void untar(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = inside(target, entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            inside(
                    target,
                    target.relativize(path.resolveSibling(entry.getLinkName())).toString());
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0) {
                makeExecutable(path);
            }
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive's entry " + name + " leads out of its folder");
        }
        Files.createDirectories(path.getParent());
        return path;
    }
}
