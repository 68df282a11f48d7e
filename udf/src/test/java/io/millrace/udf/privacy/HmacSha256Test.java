package io.millrace.udf.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacSha256Test {

    private final HmacSha256 function = new HmacSha256();

    @BeforeEach
    void open() {
        function.open(null);
    }

    // RFC 4231, 4.2 to 4.8; of the fifth case the RFC gives the first 128 bits. Keys and data: what is repeated, how
    // often; a text stands for its bytes, 0x and two digits for one byte.
    @ParameterizedTest
    @CsvSource({
        "0x0b, 20, Hi There, 1, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "Jefe, 1, what do ya want for nothing?, 1, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "0xaa, 20, 0xdd, 50, 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "0x0c, 20, Test With Truncation, 1, a3b6167473100ee06e0c796c2955552b",
        "0xaa, 131, Test Using Larger Than Block-Size Key - Hash Key First, 1,"
                + " 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        "0xaa, 131, 'This is a test using a larger than block-size key and a larger than block-size data."
                + " The key needs to be hashed before being used by the HMAC algorithm.', 1,"
                + " 9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
    })
    void givesTheCodesOfTheRfc(String key, int keys, String data, int times, String code) {
        assertThat(function.eval(bytes(data, times), bytes(key, keys)).toString())
                .startsWith(code);
    }

    // RFC 4231, 4.5.
    @Test
    void givesTheCodeOfTheRfcForAKeyOfDifferentBytes() {
        byte[] key = HexFormat.of().parseHex("0102030405060708090a0b0c0d0e0f10111213141516171819");

        assertThat(function.eval(bytes("0xcd", 50), key))
                .hasToString("82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    }

    @Test
    void takesTextsAsTheirUtf8Bytes() {
        String data = "Grüße 😀";
        String key = "Schlüssel";
        byte[] dataBytes = data.getBytes(StandardCharsets.UTF_8);
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);

        assertThat(function.eval(text(data), text(key)))
                .isEqualTo(function.eval(dataBytes, keyBytes))
                .isEqualTo(function.eval(text(data), keyBytes))
                .isEqualTo(function.eval(dataBytes, text(key)));
    }

    @Test
    void doesNotMixUpKeysThatAlternate() {
        StringData first = function.eval(text("a"), text("k1"));
        StringData second = function.eval(text("a"), text("k2"));

        assertThat(first).isNotEqualTo(second);
        assertThat(function.eval(text("a"), text("k1"))).isEqualTo(first);
        assertThat(function.eval(text("a"), text("k2"))).isEqualTo(second);
    }

    @Test
    void noticesAKeyThatIsWrittenOverInPlace() {
        byte[] key = {1};
        StringData first = function.eval(new byte[0], key);
        key[0] = 2;

        assertThat(function.eval(new byte[0], key)).isNotEqualTo(first);
        assertThat(function.eval(new byte[0], new byte[] {1})).isEqualTo(first);
    }

    @Test
    void returnsNullForNullAndForAnEmptyKey() {
        assertThat(function.eval((StringData) null, text("k"))).isNull();
        assertThat(function.eval(text("a"), (StringData) null)).isNull();
        assertThat(function.eval((byte[]) null, new byte[] {1})).isNull();
        assertThat(function.eval(text("a"), (byte[]) null)).isNull();
        assertThat(function.eval(text("a"), text(""))).isNull();
    }

    private static byte[] bytes(String pattern, int times) {
        if (pattern.startsWith("0x")) {
            byte[] bytes = new byte[times];
            Arrays.fill(bytes, (byte) Integer.parseInt(pattern.substring(2), 16));
            return bytes;
        }
        return pattern.repeat(times).getBytes(StandardCharsets.UTF_8);
    }

    private static StringData text(String text) {
        return StringData.fromString(text);
    }
}
