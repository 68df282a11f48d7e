package io.millrace.sandbox.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a topic says last about each order, and what must not stand in it.
 *
 * <p>Within a partition the later offset is the later one. Only where an order's messages lie in several partitions
 * does their timestamp decide.
 */
final class OrderTopicContents {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    private final OrderMessageFormat format;
    private final Map<String, Last> last = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();

    OrderTopicContents(OrderMessageFormat format) {
        this.format = format;
    }

    /** Takes in the next message of its partition. */
    void add(TopicMessage message, Set<String> addresses) {
        try {
            checkMasked(message, addresses);
            Optional<OrderMessage> decoded = format.decode(message.key(), message.value());
            decoded.ifPresent(order -> last.merge(
                    order.orderId(),
                    new Last(message, order.cells()),
                    (before, now) -> now.follows(before) ? now : before));
        } catch (IOException | IllegalArgumentException e) {
            remarks.add("not the expected JSON at " + message.position());
        }
    }

    /** Returns the cells of each order that was not deleted, by order_id. */
    Map<List<String>, List<String>> rows() {
        Map<List<String>, List<String>> rows = new HashMap<>();
        last.forEach((id, entry) -> entry.cells().ifPresent(cells -> rows.put(List.of(id), cells)));
        return rows;
    }

    /** Returns what is wrong beside the rows. */
    List<String> remarks() {
        return remarks;
    }

    private void checkMasked(TopicMessage message, Set<String> addresses) {
        if (message.value() == null) {
            return;
        }
        Matcher matcher = ADDRESS.matcher(new String(message.value(), StandardCharsets.UTF_8));
        while (matcher.find()) {
            if (addresses.contains(matcher.group())) {
                // The address itself stays out of the report, which may be kept where the topic may not.
                remarks.add("a customer's e-mail address stands unmasked at " + message.position());
                return;
            }
        }
    }

    private record Last(TopicMessage message, Optional<List<String>> cells) {
        boolean follows(Last before) {
            return message.partition() == before.message.partition()
                    || message.timestamp() >= before.message.timestamp();
        }
    }
}
