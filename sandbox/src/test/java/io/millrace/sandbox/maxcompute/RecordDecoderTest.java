package io.millrace.sandbox.maxcompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordDecoderTest {

    /** What the SDK 0.52.0 writes for the columns (a BIGINT, b STRING) and the rows (1, 'x') and (-2, NULL). */
    private static final String TWO_ROWS =
            "080212017880c0ff7fc9a8e2f503080380c0ff7f87ca8bbb09f0ffff7f04f8ffff7ff59290bd0c";

    private final RecordDecoder decoder = new RecordDecoder(List.of(type("BIGINT"), type("STRING")));

    private static ColumnType type(String name) {
        return new ColumnType(name, List.of(), List.of(), List.of());
    }

    @Test
    void rowsOfTheSdkAreDecoded() {
        List<List<Object>> rows = decoder.decode(HexFormat.of().parseHex(TWO_ROWS));

        assertThat(rows.get(0)).containsExactly(1, "x");
        assertThat(rows.get(1)).containsExactly(-2, null);
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] body = HexFormat.of().parseHex(TWO_ROWS);
        for (int i = 0; i < body.length; i++) {
            byte[] damaged = body.clone();
            damaged[i] ^= 0x10;
            assertThatThrownBy(() -> decoder.decode(damaged)).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void aBodyThatEndsTooEarlyIsNoticed() {
        byte[] body = HexFormat.of().parseHex(TWO_ROWS.substring(0, TWO_ROWS.length() - 2));

        assertThatThrownBy(() -> decoder.decode(body))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("the data end too early");
    }
}
