package io.millrace.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One golden file: sections that start with {@code === PATH} are the project, the last one is what is expected. */
record GoldenCase(Map<String, String> files, String expected) {

    private static final String MARK = "=== ";
    private static final String EXPECTED = "expected";

    static GoldenCase read(Path file) throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("millrace.yaml", "project: shop\n");
        String current = null;
        for (String line : Files.readString(file).split("(?<=\n)", -1)) {
            if (line.startsWith(MARK)) {
                current = line.substring(MARK.length()).strip();
                sections.put(current, "");
            } else {
                sections.merge(current, line, String::concat);
            }
        }
        return new GoldenCase(sections, sections.remove(EXPECTED));
    }

    void writeTo(Path root) throws IOException {
        Files.createDirectories(root.resolve("pipelines"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
