package io.millrace.launcher.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar of a project.
 *
 * @param name of its file
 * @param sha256 of its bytes, in hexadecimal
 * @param content the same for jars that hold the same files, although they were built at different times
 */
public record ReleasedJar(String name, String sha256, String content) {

    /** Reads a jar. */
    public static ReleasedJar of(Path jar) throws IOException {
        return new ReleasedJar(jar.getFileName().toString(), sha256(jar), content(jar));
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The table of contents tells as much as the contents: it has a checksum of every file. */
    private static String content(Path jar) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : List.copyOf(zip.stream().toList())) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), entry.getCrc() + " " + entry.getSize());
                }
            }
        }
        return Sha256.hex(files.toString().getBytes(StandardCharsets.UTF_8));
    }
}
