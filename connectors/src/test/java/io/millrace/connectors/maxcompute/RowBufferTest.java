package io.millrace.connectors.maxcompute;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.connectors.maxcompute.MaxComputeSettings.Batching;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowBufferTest {

    private static final Batching LIMITS = new Batching(3, 100, Duration.ZERO);

    private static TableRow row(String partition, String key, long bytes) {
        return new TableRow(partition, new Object[] {key}, List.of(key), false, bytes);
    }

    @Test
    void rowsOfAnAppendTableKeepTheirOrderInEachPartition() {
        RowBuffer buffer = new RowBuffer(LIMITS, false);
        TableRow first = row("p=1", "a", 1);
        TableRow second = row("p=2", "b", 1);
        TableRow third = row("p=1", "a", 1);

        List.of(first, second, third).forEach(buffer::add);

        assertThat(buffer.isFull()).isTrue();
        assertThat(buffer.drain()).containsEntry("p=1", List.of(first, third)).containsEntry("p=2", List.of(second));
        assertThat(buffer.isFull()).isFalse();
        assertThat(buffer.drain()).isEmpty();
    }

    @Test
    void onlyTheLastChangeOfAKeyCountsAndIsKept() {
        RowBuffer buffer = new RowBuffer(LIMITS, true);
        TableRow last = row("", "a", 60);

        buffer.add(row("", "a", 60));
        buffer.add(row("", "b", 1));
        buffer.add(last);

        assertThat(buffer.isFull()).isFalse();
        assertThat(buffer.drain().get("")).contains(last).hasSize(2);
    }

    @Test
    void theSizeFillsTheBufferToo() {
        RowBuffer buffer = new RowBuffer(LIMITS, false);

        buffer.add(row("", "a", 100));

        assertThat(buffer.isFull()).isTrue();
    }
}
