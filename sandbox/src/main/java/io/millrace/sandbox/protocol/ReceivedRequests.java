package io.millrace.sandbox.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a server accepted, oldest first; of more than {@value #MOST} only the newest. Safe for several threads. */
public final class ReceivedRequests {

    private static final int MOST = 100_000;

    private final Deque<JsonNode> requests = new ArrayDeque<>();

    /** Remembers a request. */
    public synchronized void add(JsonNode request) {
        requests.add(request);
        if (requests.size() > MOST) {
            requests.removeFirst();
        }
    }

    /** Returns a copy of all. */
    public synchronized List<JsonNode> all() {
        return List.copyOf(requests);
    }

    /** Forgets all. */
    public synchronized void clear() {
        requests.clear();
    }
}
