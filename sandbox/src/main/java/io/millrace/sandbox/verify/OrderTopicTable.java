package io.millrace.sandbox.verify;

import io.millrace.sandbox.traffic.Customer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Compares what a Kafka topic says last about each order; no message of it may hold a customer's e-mail address. */
final class OrderTopicTable implements ComparedTable {
    private final ResultTable table;
    private final TopicReader reader;
    private final OrderTopicContents contents;

    /** Compares the layer, topic orders: the latest value per key. */
    static OrderTopicTable layer(String brokers) {
        return new OrderTopicTable("orders", brokers, OrderMessageFormat.UPSERT);
    }

    /** Compares topic order_events: the last change per order; repeated changes are allowed. */
    static OrderTopicTable events(String brokers) {
        return new OrderTopicTable("order_events", brokers, OrderMessageFormat.CHANGES);
    }

    private OrderTopicTable(String topic, String brokers, OrderMessageFormat format) {
        table = new ResultTable(topic, "Kafka", List.of("order_id"), OrderMessage.COLUMNS);
        reader = new TopicReader(brokers, topic);
        contents = new OrderTopicContents(format);
    }

    @Override
    public Comparison compare(ExpectedResults expected) {
        Set<String> addresses = LongStream.range(1, expected.state().nextCustomerId())
                .mapToObj(Customer::emailOf)
                .collect(Collectors.toSet());
        reader.read(message -> contents.add(message, addresses));
        return Comparison.of(table, expected.orders(), contents.rows()).withRemarks(contents.remarks());
    }

    @Override
    public void close() {
        reader.close();
    }
}
