package io.millrace.sandbox.story;

import io.millrace.sandbox.story.Happening.Change;
import io.millrace.sandbox.story.Happening.Message;
import io.millrace.sandbox.story.Happening.Pause;
import io.millrace.sandbox.traffic.SandboxConnections;
import io.millrace.sandbox.traffic.StopSignal;
import java.time.Duration;
import java.util.List;

/** Tells a story to the servers: what happens is spread evenly over a time, pauses apart. */
public final class StoryRun {

    private static final Duration TURN = Duration.ofMillis(100);

    private final SandboxConnections servers;
    private final StoryLog log;
    private final StopSignal stop;

    /** Prepares runs on the servers of one sandbox. */
    public StoryRun(SandboxConnections servers, StoryLog log, StopSignal stop) {
        this.servers = servers;
        this.log = log;
        this.stop = stop;
    }

    /**
     * Tells a story once.
     *
     * @param length how long the telling takes, without its pauses
     * @return how many things happened; fewer than the tale has when the run was asked to end
     */
    public int tell(Story story, long seed, Duration length) {
        Telling telling = log.begin(story, seed);
        List<Happening> happenings = story.tell(telling).happenings();
        long turns = Math.max(1, length.toMillis() / TURN.toMillis());
        int sent = 0;
        try (StorySender sender = new StorySender(servers)) {
            for (long turn = 1; turn <= turns && !stop.isRequested(); turn++) {
                int until = (int) (happenings.size() * turn / turns);
                while (sent < until && !stop.isRequested()) {
                    happen(happenings.get(sent++), sender);
                }
                sender.flush();
                stop.await(TURN);
            }
        }
        if (sent == happenings.size()) {
            log.end(story, telling);
        }
        return sent;
    }

    private void happen(Happening happening, StorySender sender) {
        if (happening instanceof Message message) {
            sender.send(message);
        } else if (happening instanceof Change change) {
            sender.send(change);
        } else if (happening instanceof Pause pause) {
            sender.flush();
            stop.await(pause.time());
        }
    }
}
