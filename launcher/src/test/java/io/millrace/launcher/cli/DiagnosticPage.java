package io.millrace.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The manual's page of one diagnostic code.
 *
 * @param title its first line
 * @param wrong the files of the wrong example by their paths; empty where words say what is wrong
 * @param right the files of the right example
 */
record DiagnosticPage(String title, Map<String, String> wrong, Map<String, String> right) {

    private static final Pattern SECTIONS =
            Pattern.compile("(?<title>.+)\n\n.+\n## Wrong\n\n(?<wrong>.+)\n## Right\n\n(?<right>.+)", Pattern.DOTALL);

    /** A block whose info string names the file behind the language. */
    private static final Pattern FILE = Pattern.compile("(?ms)^```(?:yaml|sql) (\\S+)\n(.*?)^```$");

    static DiagnosticPage read(Path file) throws IOException {
        Matcher page = SECTIONS.matcher(Files.readString(file));
        if (!page.matches()) {
            throw new AssertionError(file + " lacks a title, an explanation, '## Wrong' or '## Right'");
        }
        String title = page.group("title").lines().findFirst().orElseThrow();
        return new DiagnosticPage(title, files(page.group("wrong")), files(page.group("right")));
    }

    private static Map<String, String> files(String section) {
        Map<String, String> files = new LinkedHashMap<>();
        FILE.matcher(section).results().forEach(block -> files.put(block.group(1), block.group(2)));
        return files;
    }
}
