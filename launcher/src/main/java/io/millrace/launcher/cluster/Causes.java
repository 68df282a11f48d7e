package io.millrace.launcher.cluster;

import java.util.List;

/** Reads the stack traces that Flink's REST interface gives as text. */
final class Causes {

    private static final String CAUSED_BY = "Caused by: ";

    private Causes() {}

    /** What the innermost cause says, without its class. */
    static String innermost(String stackTrace) {
        List<String> causes = stackTrace
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(CAUSED_BY))
                .toList();
        String line = causes.isEmpty()
                ? stackTrace.lines().findFirst().orElse("").strip()
                : causes.get(causes.size() - 1).substring(CAUSED_BY.length());
        return withoutClass(line);
    }

    /** A line without the class of the exception before what it says. */
    static String withoutClass(String line) {
        return line.replaceFirst("^[\\w.$]+(Exception|Error): ", "");
    }
}
