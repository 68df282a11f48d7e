package io.millrace.connectors.alert;

import java.util.List;
import java.util.Map;

/**
 * What a restart must not forget.
 *
 * @param incidents by key
 * @param waiting what is to be posted, in order
 * @param posts when the newest posts were made, in ms
 */
record AlertState(Map<String, Incident> incidents, List<Notice> waiting, List<Long> posts) {

    AlertState {
        incidents = Map.copyOf(incidents);
        waiting = List.copyOf(waiting);
        posts = List.copyOf(posts);
    }
}
