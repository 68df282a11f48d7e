package io.millrace.sandbox.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTopicContentsTest {
    private static final Set<String> ADDRESSES = Set.of("ada.becker7@example.com");
    private static final String KEY = "{\"order_id\":7}";

    private final OrderTopicContents layer = new OrderTopicContents(OrderMessageFormat.UPSERT);
    private final OrderTopicContents events = new OrderTopicContents(OrderMessageFormat.CHANGES);

    @Test
    void theLatestValueOfAKeyStands() {
        layer.add(message(0, 0, KEY, row("NEW", "2E+1", "a***@example.com")), ADDRESSES);
        layer.add(message(0, 1, KEY, row("PAID", "20.5", "a***@example.com")), ADDRESSES);
        assertThat(layer.rows()).isEqualTo(Map.of(List.of("7"), cells("PAID", "20.50")));
        assertThat(layer.remarks()).isEmpty();
    }

    @Test
    void aTombstoneRemovesTheOrderAndALaterValueBringsItBack() {
        layer.add(message(0, 0, KEY, row("NEW", "20", "x")), ADDRESSES);
        layer.add(message(0, 1, KEY, null), ADDRESSES);
        assertThat(layer.rows()).isEmpty();
        layer.add(message(0, 2, KEY, row("NEW", "20", "x")), ADDRESSES);
        assertThat(layer.rows()).hasSize(1);
    }

    @Test
    void anUnmaskedAddressIsFoundWhereverItStandsAndNotRepeated() {
        layer.add(message(1, 4, KEY, row("NEW", "20", "Mail: ada.becker7@example.com")), ADDRESSES);
        assertThat(layer.remarks())
                .containsExactly("a customer's e-mail address stands unmasked at partition 1, offset 4");
    }

    @Test
    void aMessageThatIsNotJsonIsARemark() {
        layer.add(message(0, 3, KEY, "{oops"), ADDRESSES);
        assertThat(layer.remarks()).containsExactly("not the expected JSON at partition 0, offset 3");
    }

    @Test
    void anUpdateInTwoMessagesLeavesTheRowAfterIt() {
        events.add(message(0, 0, null, change("null", row("NEW", "20", "x"), "c")), ADDRESSES);
        events.add(message(0, 1, null, change(row("NEW", "20", "x"), "null", "d")), ADDRESSES);
        events.add(message(0, 2, null, change("null", row("PAID", "20", "x"), "c")), ADDRESSES);
        assertThat(events.rows()).isEqualTo(Map.of(List.of("7"), cells("PAID", "20.00")));
    }

    @Test
    void theRowBeforeAnUpdateIsNoDeletion() {
        String before = row("NEW", "20", "x").replace("{\"order_id\"", "{\"change_kind\":\"-U\",\"order_id\"");
        events.add(message(0, 0, null, change("null", row("PAID", "20", "x"), "c")), ADDRESSES);
        events.add(message(0, 1, null, change(before, "null", "d")), ADDRESSES);
        assertThat(events.rows()).hasSize(1);
    }

    @Test
    void aDeletionIsTheLastChangeEvenWhenRepeated() {
        String deletion = change(row("NEW", "20", "x"), "null", "d");
        events.add(message(0, 0, null, change("null", row("NEW", "20", "x"), "c")), ADDRESSES);
        events.add(message(0, 1, null, deletion), ADDRESSES);
        events.add(message(0, 2, null, deletion), ADDRESSES);
        assertThat(events.rows()).isEmpty();
    }

    @Test
    void plainRowsWithAChangeKindAreUnderstoodToo() {
        String row = row("NEW", "20", "x");
        events.add(message(0, 0, null, row), ADDRESSES);
        assertThat(events.rows()).hasSize(1);
        events.add(
                message(0, 1, null, row.replace("{\"order_id\"", "{\"change_kind\":\"-D\",\"order_id\"")), ADDRESSES);
        assertThat(events.rows()).isEmpty();
    }

    @Test
    void acrossPartitionsTheTimestampDecides() {
        events.add(new TopicMessage(0, 9, 2_000, null, bytes(row("PAID", "20", "x"))), ADDRESSES);
        events.add(new TopicMessage(1, 0, 1_000, null, bytes(row("NEW", "20", "x"))), ADDRESSES);
        assertThat(events.rows()).containsValue(cells("PAID", "20.00"));
    }

    private static TopicMessage message(int partition, long offset, String key, String value) {
        return new TopicMessage(partition, offset, 1_000, bytes(key), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String status, String amount, String email) {
        return "{\"order_id\":7,\"email\":\"" + email
                + "\",\"product\":\"Tent\",\"category\":\"sports\",\"quantity\":2," + "\"amount\":" + amount
                + ",\"status\":\"" + status + "\",\"order_time\":\"2026-03-14 23:50:01.5\"}";
    }

    private static String change(String before, String after, String operation) {
        return "{\"before\":" + before + ",\"after\":" + after + ",\"op\":\"" + operation + "\"}";
    }

    private static List<String> cells(String status, String amount) {
        return List.of("Tent", "sports", "2", amount, status, "2026-03-14 23:50:01.500");
    }
}
