package io.millrace.sandbox.story;

import io.millrace.sandbox.story.Happening.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What devices send that is no reading: messages that are cut, of a wrong type, or incomplete, and one that comes late. */
record BrokenReadings(long run, Instant time) {

    private static final String READING = "{\"device_id\":%s,\"metric\":\"speed\",\"reading\":%s,\"reading_time\":%s}";

    /** Returns those that are broken whenever they come, in one partition. */
    List<Message> messages(int partition) {
        return sent().stream().map(json -> message(partition, json, time)).toList();
    }

    /**
     * Returns one that is as it must be, but for its time.
     *
     * @param now when it is sent, long after its own time
     */
    Message late(int partition, Instant now) {
        return message(partition, inTime(), now);
    }

    /** Returns what must be kept of all of them: messages that cannot be parsed as they came, the others as rows. */
    StoryResult deadLetters() {
        Map<List<String>, List<String>> rows = new HashMap<>();
        List<String> kept = new ArrayList<>(sent());
        kept.add(inTime());
        kept.forEach(row -> rows.put(List.of(row), List.of("sensor-anomaly", "device_readings")));
        return new StoryResult(
                "dead_letters",
                new Place.Topic("dead_letters"),
                List.of("row_data"),
                List.of("pipeline", "table_name"),
                rows);
    }

    private List<String> sent() {
        String whole = reading(device("broken"), "7.5", quoted(time));
        return List.of(
                whole.substring(0, whole.indexOf(",\"reading\"")),
                reading(device("broken"), "\"n/a\"", quoted(time)),
                reading("null", run + ".5", quoted(time)),
                reading(device("broken"), "7.5", "null"));
    }

    private String inTime() {
        return reading(device("late"), "7.5", quoted(time));
    }

    private String device(String name) {
        return quoted("belt-" + name + "-" + run);
    }

    private static String reading(String device, String value, String time) {
        return READING.formatted(device, value, time);
    }

    private static String quoted(Object value) {
        return "\"" + value + "\"";
    }

    private static Message message(int partition, String json, Instant now) {
        return Message.in(DeviceLife.TOPIC, partition, json, now);
    }
}
