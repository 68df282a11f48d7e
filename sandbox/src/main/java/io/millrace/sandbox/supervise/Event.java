package io.millrace.sandbox.supervise;

import java.util.List;
import java.util.Map;

/**
 * One line of the supervisor's answer to {@code up}.
 *
 * @param type what kind of line it is
 * @param server the server it is about; null when it is about all
 * @param text what to show; for FAILED why
 * @param kind for FAILED the kind of failure; null otherwise
 * @param addresses for DONE the address of each server that is up
 * @param started for DONE the servers that this request started
 */
public record Event(
        Type type, String server, String text, String kind, Map<String, String> addresses, List<String> started) {

    /** What a line means. */
    public enum Type {
        PROGRESS,
        REMARK,
        FAILED,
        DONE
    }

    static Event progress(String server, String text) {
        return new Event(Type.PROGRESS, server, text, null, Map.of(), List.of());
    }

    static Event remark(String server, String text) {
        return new Event(Type.REMARK, server, text, null, Map.of(), List.of());
    }

    static Event failed(String server, String text, String kind) {
        return new Event(Type.FAILED, server, text, kind, Map.of(), List.of());
    }

    static Event done(Map<String, String> addresses, List<String> started) {
        return new Event(Type.DONE, null, null, null, addresses, started);
    }
}
