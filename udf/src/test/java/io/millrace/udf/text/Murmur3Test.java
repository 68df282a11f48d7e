package io.millrace.udf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Murmur3Test {

    private final Murmur3 function = new Murmur3();

    // SMHasher, KeysetTest.cpp, VerificationTest, and main.cpp: the value of MurmurHash3_x86_32.
    @Test
    void passesTheVerificationOfSmhasher() {
        ByteBuffer hashes = ByteBuffer.allocate(4 * 256).order(ByteOrder.LITTLE_ENDIAN);
        byte[] key = new byte[256];
        for (int i = 0; i < 256; i++) {
            key[i] = (byte) i;
            hashes.putInt(MurmurHash.hash(Arrays.copyOf(key, i), 256 - i));
        }

        assertThat(MurmurHash.hash(hashes.array(), 0)).isEqualTo(0xB0F57EE3);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "test, ba6bd213",
        "'Hello, world!', c0363e43",
        "The quick brown fox jumps over the lazy dog, 2e4ff723",
        "iceberg, 481f22d9",
    })
    void hashesTexts(String text, String hash) {
        assertThat(function.eval(StringData.fromString(text))).isEqualTo(Integer.parseUnsignedInt(hash, 16));
        assertThat(function.eval(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Integer.parseUnsignedInt(hash, 16));
    }

    @Test
    void hashesANumberAsItsEightBytes() {
        for (long number : new long[] {0, 34, -1, Long.MIN_VALUE, 0x0123456789ABCDEFL}) {
            byte[] bytes = ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(number)
                    .array();

            assertThat(MurmurHash.hash(number, 0)).isEqualTo(MurmurHash.hash(bytes, 0));
        }
    }

    @Test
    void returnsNullForNull() {
        assertThat(function.eval((StringData) null)).isNull();
        assertThat(function.eval((byte[]) null)).isNull();
    }
}
