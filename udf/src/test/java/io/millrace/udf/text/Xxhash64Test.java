package io.millrace.udf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Xxhash64Test {

    private static final long PRIME_32 = 0x9E3779B1L;
    private static final long PRIME_64 = 0x9E3779B185EBCA8DL;

    private final Xxhash64 function = new Xxhash64();

    // xxHash, tests/sanity_test_vectors.h and, for the buffer, the sanity test of its command line: length, whether
    // the seed is PRIME32, hash.
    @ParameterizedTest
    @CsvSource({
        "0, false, EF46DB3751D8E999",
        "0, true, AC75FDA2929B17EF",
        "1, false, E934A84ADB052768",
        "1, true, 5014607643A9B4C3",
        "4, false, 9136A0DCA57457EE",
        "14, false, 8282DCC4994E35C8",
        "14, true, C3BD6BF63DEB6DF0",
        "222, false, B641AE8CB691C174",
        "222, true, 20CB8AB7AE10C14A",
    })
    void passesTheSanityTestOfXxhash(int length, boolean seeded, String hash) {
        byte[] data = Arrays.copyOf(sanityBuffer(), length);

        assertThat(Xxh64.hash(data, seeded ? PRIME_32 : 0)).isEqualTo(Long.parseUnsignedLong(hash, 16));
        if (!seeded) {
            assertThat(function.eval(data)).isEqualTo(Long.parseUnsignedLong(hash, 16));
        }
    }

    @Test
    void hashesATextAsItsUtf8Bytes() {
        String text = "Grüße 😀, and some more to have a stripe of 32 bytes and a rest";

        assertThat(function.eval(StringData.fromString(text)))
                .isEqualTo(function.eval(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void returnsNullForNull() {
        assertThat(function.eval((StringData) null)).isNull();
        assertThat(function.eval((byte[]) null)).isNull();
    }

    private static byte[] sanityBuffer() {
        byte[] buffer = new byte[256];
        long generator = PRIME_32;
        for (int i = 0; i < buffer.length; i++) {
            buffer[i] = (byte) (generator >>> 56);
            generator *= PRIME_64;
        }
        return buffer;
    }
}
