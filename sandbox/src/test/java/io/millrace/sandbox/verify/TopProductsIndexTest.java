package io.millrace.sandbox.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopProductsIndexTest {

    @Test
    void readsDocumentsWithTheirIds() throws Exception {
        String answer = "{\"hits\":{\"hits\":[{\"_id\":\"2026-03-14_1\",\"_source\":{\"order_day\":\"2026-03-14\","
                + "\"rank_no\":1,\"product\":\"Tent\",\"units\":5,\"revenue\":2E+1}}]}}";
        assertThat(TopProductsIndex.documents(JsonService.JSON.readTree(answer)))
                .isEqualTo(Map.of(List.of("2026-03-14", "1"), List.of("Tent", "5", "20.00", "2026-03-14_1")));
    }

    @Test
    void anAbsentIndexHasNoDocuments() {
        assertThat(TopProductsIndex.documents(JsonService.JSON.createObjectNode()))
                .isEmpty();
    }
}
