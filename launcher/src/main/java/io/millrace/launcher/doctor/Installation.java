package io.millrace.launcher.doctor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What Millrace runs on and from.
 *
 * @param version Millrace's own
 * @param distribution the folder that it was started from
 * @param cache the user's folder of servers and class archives
 */
public record Installation(String version, Path distribution, Path cache) {

    private static final double GIB = 1024.0 * 1024 * 1024;

    /** What each part is and where it lies; parts and places as reports show them. */
    Map<String, Part> parts(FlinkVersions flink) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("Millrace", new Part(version, distribution.toString()));
        parts.put(
                "Java",
                new Part(
                        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                        System.getProperty("java.home")));
        parts.put("Flink", new Part(flink.summary(), distribution.resolve("lib").toString()));
        parts.put("System", new Part(system(), ""));
        parts.put("Cache", new Part("servers and class archives", cache.toString()));
        return parts;
    }

    private static String system() {
        Runtime runtime = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "%s %s (%s), %d processors, heap up to %.1f GiB",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                runtime.availableProcessors(),
                runtime.maxMemory() / GIB);
    }

    /** One part of the installation; where it lies may be empty. */
    record Part(String what, String where) {}
}
