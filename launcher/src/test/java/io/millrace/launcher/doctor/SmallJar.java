package io.millrace.launcher.doctor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Makes jars whose entries are texts; what stands in a class file does not matter to who reads names and checksums. */
final class SmallJar {

    private static final String SERVICES = "META-INF/services/org.apache.flink.table.factories.Factory";

    private SmallJar() {}

    static JarIndex own(Path folder, String name, Map<String, String> entries) throws IOException {
        return JarIndex.read(write(folder.resolve(name), entries), false);
    }

    static JarIndex ofProject(Path folder, String name, Map<String, String> entries) throws IOException {
        return JarIndex.read(write(folder.resolve(name), entries), true);
    }

    /** A jar that offers a factory. */
    static JarIndex offering(Path folder, String name, String factory, String bytes) throws IOException {
        return own(
                folder,
                name,
                Map.of(SERVICES, "# a comment\n" + factory + "\n", factory.replace('.', '/') + ".class", bytes));
    }

    private static Path write(Path file, Map<String, String> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        return file;
    }
}
