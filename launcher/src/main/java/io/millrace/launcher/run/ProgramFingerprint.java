package io.millrace.launcher.run;

import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether two programs may share state: a SHA-256 over the statements as written, with their placeholders, and
 * the functions. Variables, secrets and settings are no part of it, so that state survives a changed parallelism.
 */
public final class ProgramFingerprint {

    private ProgramFingerprint() {}

    /** The fingerprint in hexadecimal. */
    public static String of(PipelineProgram program) {
        MessageDigest digest = sha256();
        program.functions().forEach(function -> add(digest, "FUNCTION", function.name() + " " + function.className()));
        program.objects().forEach(statement -> add(digest, statement));
        program.inserts().forEach(statement -> add(digest, statement));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, EditedText statement) {
        add(digest, statement.statement().kind().name(), statement.statement().text());
    }

    /** Lengths in front keep two short parts from reading like one long part. */
    private static void add(MessageDigest digest, String kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((kind + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
