package io.millrace.sandbox.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A line of a service's log, and what a reader must find in it.
 *
 * @param time when the log store took it
 * @param status of the request that it tells of, or null
 * @param millis how long that took, or null
 * @param level of the event that it tells of, or null; a line without a status and a level is one that nobody can read
 */
record LogLine(Instant time, String service, String text, Integer status, Integer millis, String level) {
    private static final String TOPIC = "service-logs";
    private static final DateTimeFormatter NGINX =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss '+0000'", Locale.ROOT);
    private static final DateTimeFormatter LOG4J = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS", Locale.ROOT);
    private static final int SERVER_ERROR = 500;

    /** A request, in nginx's combined format with the seconds that it took behind it. */
    static LogLine request(Instant time, String service, int status, int millis) {
        String text = "203.0.113.7 - - [%s] \"GET /%s HTTP/1.1\" %d 512 \"-\" \"Mozilla/5.0\" %d.%03d"
                .formatted(NGINX.format(utc(time)), service, status, millis / 1000, millis % 1000);
        return new LogLine(time, service, text, status, millis, null);
    }

    /** An event, in log4j's format. */
    static LogLine event(Instant time, String service, String level, String message) {
        String text = "%s %-5s [main] shop.%s.Main - %s".formatted(LOG4J.format(utc(time)), level, service, message);
        return new LogLine(time, service, text, null, null, level);
    }

    /** A line in no known format. */
    static LogLine noise(Instant time, String service, String text) {
        return new LogLine(time, service, text, null, null, null);
    }

    boolean isRequest() {
        return status != null;
    }

    boolean isFailedRequest() {
        return isRequest() && status >= SERVER_ERROR;
    }

    boolean isErrorEvent() {
        return "ERROR".equals(level) || "FATAL".equals(level);
    }

    boolean isUnreadable() {
        return status == null && level == null;
    }

    /** Returns the message that brings it. */
    Happening.Message in(int partition) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("service", service).put("host", service + "-1").put("line", text);
        return Happening.Message.in(TOPIC, partition, json.toString(), time);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
