package io.millrace.udf.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenizeTest {

    private static final StringData KEY = text("0123456789abcdef0123456789abcdef");

    private final Tokenize function = new Tokenize();

    @BeforeEach
    void open() {
        function.open(null);
    }

    @Test
    void givesThirtyTwoCharactersOfBase32() {
        for (int i = 0; i < 1000; i++) {
            assertThat(function.eval(text("value" + i), KEY).toString()).matches("[a-z2-7]{32}");
        }
    }

    @Test
    void isWhatItsDefinitionSays() throws Exception {
        byte[] domain = "émail".getBytes(StandardCharsets.UTF_8);
        byte[] value = "jane@example.com".getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.toBytes(), "HmacSHA256"));
        mac.update(ByteBuffer.allocate(4).putInt(domain.length).array());
        mac.update(domain);
        byte[] code = mac.doFinal(value);

        assertThat(function.eval(text("jane@example.com"), KEY, text("émail")).toString())
                .isEqualTo(base32(code).substring(0, 32));
    }

    @Test
    void isStable() {
        assertThat(function.eval(text("jane@example.com"), KEY)).hasToString("pzgvuq5yiqcoylj2p5dn6egjyy55rss3");
        assertThat(function.eval(text("jane@example.com"), KEY))
                .isEqualTo(function.eval(text("jane@example.com"), KEY.toBytes()))
                .isEqualTo(function.eval(text("jane@example.com"), KEY, text("")))
                .isEqualTo(function.eval(text("jane@example.com"), KEY.toBytes(), text("")));
    }

    @Test
    void differsByValueKeyAndDomain() {
        Set<String> tokens = new HashSet<>();
        for (String value : new String[] {"", "a", "b", "ab"}) {
            for (String key : new String[] {"k", "l"}) {
                for (String domain : new String[] {"", "a", "b", "ab"}) {
                    tokens.add(
                            function.eval(text(value), text(key), text(domain)).toString());
                }
            }
        }

        assertThat(tokens).hasSize(4 * 2 * 4);
    }

    @Test
    void returnsNullForNullAndForAnEmptyKey() {
        assertThat(function.eval(null, KEY)).isNull();
        assertThat(function.eval(text("a"), (StringData) null)).isNull();
        assertThat(function.eval(text("a"), KEY, null)).isNull();
        assertThat(function.eval(text("a"), text(""))).isNull();
    }

    // RFC 4648, 6, bit by bit.
    private static String base32(byte[] bytes) {
        StringBuilder bits = new StringBuilder();
        for (byte b : bytes) {
            bits.append(Integer.toBinaryString(0x100 | (b & 0xFF)).substring(1));
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at + 5 <= bits.length(); at += 5) {
            text.append("abcdefghijklmnopqrstuvwxyz234567".charAt(Integer.parseInt(bits.substring(at, at + 5), 2)));
        }
        return text.toString();
    }

    private static StringData text(String text) {
        return StringData.fromString(text);
    }
}
