package io.millrace.sandbox.supervise;

/**
 * What {@code status} tells about one server.
 *
 * @param state starting, ready, failed, dead or stopped
 * @param pid null when it does not run
 * @param address host and port; null when it is not ready
 * @param since the instant of the last change of state, ISO-8601
 * @param reason why it failed or died; empty otherwise
 */
public record ServerStatus(
        String name, String product, String state, Long pid, String address, String since, String reason, String log) {}
