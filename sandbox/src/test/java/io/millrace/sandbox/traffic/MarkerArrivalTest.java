package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkerArrivalTest {

    @Test
    void onlyRowsOfThisRunTellThatThePipelineFollows() {
        assertThat(MarkerArrival.belongsToRun(key("{\"order_id\":64}"), 65)).isFalse();
        assertThat(MarkerArrival.belongsToRun(key("{\"order_id\":65}"), 65)).isTrue();
    }

    @Test
    void recordsWithoutAnOrderIdAreIgnored() {
        assertThat(MarkerArrival.belongsToRun(null, 65)).isFalse();
        assertThat(MarkerArrival.belongsToRun(key("{}"), 65)).isFalse();
        assertThat(MarkerArrival.belongsToRun(key("oops"), 65)).isFalse();
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
