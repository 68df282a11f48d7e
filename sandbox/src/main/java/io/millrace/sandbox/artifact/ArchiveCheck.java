package io.millrace.sandbox.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;

/** Finds damaged jars and zips in a local repository before anything is made of them. */
final class ArchiveCheck {

    private ArchiveCheck() {}

    /** Tells whether a jar or zip is whole: equal to the checksum beside it, or, without one, readable to its end. */
    static boolean isWhole(Path archive) {
        Path checksum = archive.resolveSibling(archive.getFileName() + ".sha1");
        try {
            return Files.isRegularFile(checksum) ? matches(archive, checksum) : opens(archive);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean matches(Path archive, Path checksum) throws IOException {
        String expected = Files.readString(checksum, StandardCharsets.US_ASCII).strip();
        return expected.regionMatches(true, 0, sha1(archive), 0, 40);
    }

    private static boolean opens(Path archive) throws IOException {
        // The table of contents is at the end of the file, so a truncated file does not open.
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.size() > 0;
        }
    }

    private static String sha1(Path archive) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(archive), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
