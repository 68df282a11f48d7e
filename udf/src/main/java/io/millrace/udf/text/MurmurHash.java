package io.millrace.udf.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** MurmurHash3_x86_32 (Appleby 2011, public domain; SMHasher). */
final class MurmurHash {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int C1 = 0xCC9E2D51;
    private static final int C2 = 0x1B873593;

    private MurmurHash() {}

    /** The hash of bytes. */
    static int hash(byte[] data, int seed) {
        int hash = seed;
        int at = 0;
        for (; at + Integer.BYTES <= data.length; at += Integer.BYTES) {
            hash = mix(hash, (int) INT.get(data, at));
        }
        int tail = 0;
        for (int i = data.length - 1; i >= at; i--) {
            tail = (tail << 8) | (data[i] & 0xFF);
        }
        return finish(hash ^ scramble(tail), data.length);
    }

    /** The hash of a number's eight bytes, the lowest first. */
    static int hash(long number, int seed) {
        return finish(mix(mix(seed, (int) number), (int) (number >>> 32)), Long.BYTES);
    }

    private static int scramble(int block) {
        return Integer.rotateLeft(block * C1, 15) * C2;
    }

    private static int mix(int hash, int block) {
        return Integer.rotateLeft(hash ^ scramble(block), 13) * 5 + 0xE6546B64;
    }

    private static int finish(int hash, int length) {
        int mixed = hash ^ length;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }
}
