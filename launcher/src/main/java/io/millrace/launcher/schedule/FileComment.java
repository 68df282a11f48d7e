package io.millrace.launcher.schedule;

import java.util.List;
import java.util.stream.Collectors;

/** Comments of crontabs and YAML files. */
final class FileComment {

    private FileComment() {}

    /** The first lines of a file: what made it, and what to know. */
    static String head(String scheduler, RunInvocation run, List<String> more) {
        String made =
                "Made by: millrace schedule --for " + scheduler + " -e " + RunInvocation.quoted(run.environment());
        return line(made) + more.stream().map(FileComment::line).collect(Collectors.joining());
    }

    /** One line, whatever the text. */
    static String line(String text) {
        return "# " + text.replaceAll("\\R", " ") + "\n";
    }
}
