package io.millrace.sandbox.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Remembers, in the server's data folder, which statements of one script have been run. */
final class ScriptLedger {

    private final Path file;
    private final List<String> hashes;

    private ScriptLedger(Path file, List<String> hashes) {
        this.file = file;
        this.hashes = hashes;
    }

    /** Opens the ledger of a script; empty when nothing of it has been run. */
    static ScriptLedger open(Path home, Path script) throws IOException {
        Path file = home.resolve("scripts").resolve(hash(script.toString()) + ".done");
        List<String> hashes = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return new ScriptLedger(file, new ArrayList<>(hashes));
    }

    int size() {
        return hashes.size();
    }

    /** Tells whether the statement run at an index had this text. */
    boolean holds(int index, String statement) {
        return hashes.get(index).equals(hash(statement));
    }

    /** Remembers that the next statement has been run. */
    void append(String statement) throws IOException {
        String hash = hash(statement);
        Files.createDirectories(file.getParent());
        Files.writeString(file, hash + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        hashes.add(hash);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
