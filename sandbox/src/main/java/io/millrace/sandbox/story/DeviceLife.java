package io.millrace.sandbox.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.sandbox.story.Happening.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The readings of one device in their order, each with its time.
 *
 * @param partition of the topic, in which all of them stand
 */
record DeviceLife(String device, String metric, int partition, List<Reading> readings) {

    /** The topic of all devices. */
    static final String TOPIC = "shop.device_readings";

    private static final double SECONDS_TO_HALF = 86_400;

    /** One reading. */
    record Reading(Instant time, double value) {}

    DeviceLife {
        readings = List.copyOf(readings);
    }

    /** Returns this life with more readings behind it, every ten seconds from {@code start} on, two values by turns. */
    DeviceLife and(Instant start, int count, double even, double odd) {
        List<Reading> longer = new ArrayList<>(readings);
        for (int i = 0; i < count; i++) {
            longer.add(new Reading(start.plusSeconds(10L * i), i % 2 == 0 ? even : odd));
        }
        return new DeviceLife(device, metric, partition, longer);
    }

    /** Returns this life with one more reading, ten seconds behind its last. */
    DeviceLife and(double value) {
        return and(last().time().plusSeconds(10), 1, value, value);
    }

    Reading last() {
        return readings.get(readings.size() - 1);
    }

    /** Returns the average of all readings, of which one counts half as much as one that is a day younger. */
    double usualLevel() {
        double sum = 0;
        double weights = 0;
        for (Reading reading : readings) {
            double age = Duration.between(reading.time(), last().time()).toMillis() / 1000.0;
            double weight = Math.pow(2, -age / SECONDS_TO_HALF);
            sum += weight * reading.value();
            weights += weight;
        }
        return sum / weights;
    }

    Message message(Reading reading) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("device_id", device).put("metric", metric).put("reading", reading.value());
        json.put("reading_time", reading.time().toString());
        return Message.in(TOPIC, partition, json.toString(), reading.time());
    }
}
