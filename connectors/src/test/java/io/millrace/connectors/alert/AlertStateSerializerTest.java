package io.millrace.connectors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.connectors.json.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertStateSerializerTest {

    private final AlertStateSerializer serializer = new AlertStateSerializer();

    @Test
    void everythingIsThereAgain() throws IOException {
        ObjectNode row = (ObjectNode) JsonText.read("{\"a\": \"é\", \"b\": 1.50, \"c\": null}");
        AlertState state = new AlertState(
                Map.of("k1", new Incident(row, true, false, -5), "k2", new Incident(row, false, true, 7)),
                List.of(new Notice(true, "k1", row), new Notice(false, "k2", row)),
                List.of(1L, 2L));

        assertThat(serializer.deserialize(1, serializer.serialize(state))).isEqualTo(state);
    }

    @Test
    void nothingIsNothingAgain() throws IOException {
        AlertState state = new AlertState(Map.of(), List.of(), List.of());

        assertThat(serializer.deserialize(1, serializer.serialize(state))).isEqualTo(state);
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
                .hasMessage("The state of an alert sink has version 2; this one reads 1");
    }
}
