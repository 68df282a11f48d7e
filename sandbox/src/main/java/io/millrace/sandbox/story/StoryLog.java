package io.millrace.sandbox.story;

import io.millrace.sandbox.state.PropertiesFile;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which stories were told on this data, and how; it lives as long as the data.
 *
 * <p>A telling is written before its first message and marked after its last, so that one which was cut short, even by
 * a crash, is never taken for a whole one.
 */
public final class StoryLog {

    private static final String BEGUN = "begun";
    private static final String TOLD = "told";

    private final Path file;

    /** The log of the data in {@code folder}. */
    public StoryLog(StateFolder folder) {
        file = folder.data().resolve("stories.properties");
    }

    /** Writes down that the next telling of {@code story} begins, and returns it. */
    public Telling begin(Story story, long seed) {
        Map<String, String> entries = read();
        long run = entries.keySet().stream()
                        .filter(key -> key.startsWith(prefix(story)))
                        .count()
                + 1;
        Telling telling = new Telling(seed, run);
        write(entries, story, telling, BEGUN);
        return telling;
    }

    /** Writes down that everything of a telling was sent. */
    public void end(Story story, Telling telling) {
        write(read(), story, telling, TOLD);
    }

    /**
     * Returns the tellings of a story; none when it was never told.
     *
     * @throws SandboxException when one was cut short: what it must lead to is then unknown
     */
    public List<Telling> tellings(Story story) {
        Map<String, String> entries = read();
        List<Telling> tellings = new ArrayList<>();
        for (long run = 1; entries.containsKey(prefix(story) + run); run++) {
            String[] entry = entries.get(prefix(story) + run).split(" ", 2);
            if (!entry[0].equals(TOLD)) {
                throw SandboxException.usage("run " + run + " of the story '" + story.name()
                        + "' was cut short, so nobody knows what it leads to: begin anew with `sandbox down --wipe`");
            }
            tellings.add(new Telling(Long.parseLong(entry[1]), run));
        }
        return tellings;
    }

    private void write(Map<String, String> entries, Story story, Telling telling, String state) {
        entries.put(prefix(story) + telling.run(), state + " " + telling.seed());
        try {
            PropertiesFile.write(file, entries);
        } catch (IOException e) {
            throw SandboxException.unreachable("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private Map<String, String> read() {
        try {
            return new TreeMap<>(PropertiesFile.read(file).orElseGet(TreeMap::new));
        } catch (IOException e) {
            throw SandboxException.unreachable("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String prefix(Story story) {
        return story.name() + ".";
    }
}
