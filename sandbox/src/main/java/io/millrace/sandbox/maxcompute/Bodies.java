package io.millrace.sandbox.maxcompute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;

/** Turns the body of an upload into records. */
final class Bodies {

    private Bodies() {}

    /** Decompresses and decodes, and compares the number of records with the one in the request. */
    static List<List<Object>> records(Request request, List<ColumnType> columns) {
        List<List<Object>> records = new RecordDecoder(columns).decode(plain(request));
        String announced = request.parameter("record_count");
        if (announced != null && records.size() != Long.parseLong(announced)) {
            throw WireReader.corrupt("the body has " + records.size() + " records instead of " + announced);
        }
        return records;
    }

    private static byte[] plain(Request request) {
        String encoding = request.headers().getOrDefault("content-encoding", "");
        try (InputStream body = open(encoding, new ByteArrayInputStream(request.body()))) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw WireReader.corrupt("the body is not " + encoding + ": " + e.getMessage());
        }
    }

    private static InputStream open(String encoding, InputStream body) throws IOException {
        return switch (encoding) {
            case "" -> body;
            case "deflate" -> new InflaterInputStream(body);
            case "x-lz4-frame" -> new LZ4FrameInputStream(body);
            default -> throw new ProtocolException(400, "InvalidArgument", "no content encoding " + encoding);
        };
    }
}
