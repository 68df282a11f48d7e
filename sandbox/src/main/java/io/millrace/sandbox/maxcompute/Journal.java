package io.millrace.sandbox.maxcompute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A file of one JSON line a change, on the disk before the change is acknowledged. */
final class Journal implements Closeable {

    private final ObjectMapper json = new ObjectMapper();
    private final FileChannel channel;

    /** Opens the file, and gives what it holds to the reader; a last line that was cut off is dropped. */
    Journal(Path file, Consumer<JsonNode> reader) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        long whole = 0;
        if (Files.exists(file)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int start = 0, end; (end = indexOf(bytes, start)) >= 0; start = end + 1) {
                reader.accept(json.readTree(bytes, start, end - start));
                whole = end + 1L;
            }
        }
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
    }

    /** Writes a line and waits for the disk. */
    void append(Object change) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((text(change) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(false);
    }

    private String text(Object change) throws JsonProcessingException {
        return json.writeValueAsString(change);
    }

    private static int indexOf(byte[] bytes, int start) {
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
