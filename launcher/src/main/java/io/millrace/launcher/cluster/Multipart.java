package io.millrace.launcher.cluster;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A body of several parts, as RFC 7578 has it for forms. Files are read while they are sent. */
final class Multipart {

    private final String boundary = UUID.randomUUID().toString();
    private final List<BodyPublisher> parts = new ArrayList<>();

    Multipart field(String name, String value) {
        head("name=\"" + name + "\"");
        parts.add(BodyPublishers.ofString(value + "\r\n"));
        return this;
    }

    Multipart file(String name, String fileName, byte[] content) {
        head("name=\"" + name + "\"; filename=\"" + fileName + "\"");
        parts.add(BodyPublishers.ofByteArray(content));
        parts.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    Multipart file(String name, String fileName, Path file) throws FileNotFoundException {
        head("name=\"" + name + "\"; filename=\"" + fileName + "\"");
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() {
        List<BodyPublisher> all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private void head(String disposition) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n"
                + (disposition.contains("filename") ? "Content-Type: application/octet-stream\r\n" : "")
                + "\r\n";
        parts.add(BodyPublishers.ofByteArray(head.getBytes(StandardCharsets.UTF_8)));
    }
}
