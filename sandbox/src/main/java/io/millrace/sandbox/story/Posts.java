package io.millrace.sandbox.story;

import io.millrace.sandbox.story.Happening.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Messages that are written in the order of their own times, each a little late, so that they are out of order by less than
 * watermarks wait.
 */
final class Posts {

    private static final int PARTITIONS = 2;

    private final SplittableRandom random;
    private final Duration delay;
    private final List<Message> messages = new ArrayList<>();

    /**
     * @param delay the longest time between something and its message; none of the watermarks may wait less
     */
    Posts(SplittableRandom random, Duration delay) {
        this.random = random;
        this.delay = delay;
    }

    /** Writes about something that happens at {@code time}. */
    void add(String topic, String key, String value, Instant time) {
        messages.add(Message.keyed(topic, key, value, time.plusMillis(random.nextLong(delay.toMillis()))));
    }

    /** All messages as they are written, and then one in each partition of some topics that says how far time is. */
    List<Happening> endingWith(List<Message> last) {
        List<Happening> written = new ArrayList<>(
                messages.stream().sorted(Comparator.comparing(Message::time)).toList());
        for (Message message : last) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                written.add(Message.in(message.topic(), partition, message.value(), message.time()));
            }
        }
        return written;
    }
}
