package io.millrace.launcher.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a scheduler calls {@code millrace run}.
 *
 * @param folder of the project, where the scheduler has to go there first
 * @param executable as called from that folder
 * @param settings given on the command line as {@code --set}
 */
public record RunInvocation(
        Optional<String> folder, String executable, String environment, Map<String, String> settings) {

    /** The words of the command. */
    public List<String> words(String pipeline) {
        List<String> words = new ArrayList<>(List.of(executable, "run", pipeline, "-e", environment));
        settings.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        return words;
    }

    /** The command for a POSIX shell; its exit code is that of the run. */
    public String line(String pipeline) {
        String command = words(pipeline).stream().map(RunInvocation::quoted).collect(Collectors.joining(" "));
        return folder.map(place -> "cd " + quoted(place) + " && ").orElse("") + command;
    }

    /** A word that the shell takes as it is. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
