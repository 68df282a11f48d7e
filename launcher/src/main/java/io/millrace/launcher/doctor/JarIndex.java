package io.millrace.launcher.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a jar's table of contents says; no class in it is read.
 *
 * @param path the file
 * @param project whether the project brings it, so that the classes of Millrace's own jars win over its own
 * @param classes the checksums of its classes by their names, parts joined by {@code /}
 * @param factories the classes that it offers as Flink's table factories
 */
public record JarIndex(Path path, boolean project, Map<String, Long> classes, List<String> factories) {

    private static final String SERVICES = "META-INF/services/org.apache.flink.table.factories.Factory";
    private static final String SUFFIX = ".class";

    /** Reads a jar. */
    public static JarIndex read(Path jar, boolean project) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Map<String, Long> classes = new HashMap<>();
            zip.stream().filter(JarIndex::isClass).forEach(entry -> classes.put(className(entry), entry.getCrc()));
            return new JarIndex(jar, project, Map.copyOf(classes), services(zip));
        }
    }

    /** The file's name without its folder. */
    public String name() {
        return path.getFileName().toString();
    }

    /** Whether it holds a class of that name, parts joined by dots. */
    public boolean holds(String className) {
        return classes.containsKey(className.replace('.', '/'));
    }

    /** Classes under META-INF are for other Java versions, or for tools; descriptions of packages are in many jars. */
    private static boolean isClass(ZipEntry entry) {
        String name = entry.getName();
        return name.endsWith(SUFFIX)
                && !name.startsWith("META-INF/")
                && !name.endsWith("module-info.class")
                && !name.endsWith("package-info.class");
    }

    private static String className(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
    }

    private static List<String> services(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(SERVICES);
        if (entry == null) {
            return List.of();
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }
    }
}
