package io.millrace.udf.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** XXH64, by the xxHash specification 0.1.1, section "XXH64 algorithm description" (Collet). */
final class Xxh64 {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    private static final int STRIPE = 32;

    private Xxh64() {}

    /** The hash of bytes. */
    static long hash(byte[] data, long seed) {
        int end = data.length - data.length % STRIPE;
        long start = end == 0 ? seed + PRIME_5 : stripes(data, end, seed);
        return avalanche(rest(data, end, start + data.length));
    }

    private static long stripes(byte[] data, int end, long seed) {
        long one = seed + PRIME_1 + PRIME_2;
        long two = seed + PRIME_2;
        long three = seed;
        long four = seed - PRIME_1;
        for (int at = 0; at < end; at += STRIPE) {
            one = round(one, (long) LONG.get(data, at));
            two = round(two, (long) LONG.get(data, at + 8));
            three = round(three, (long) LONG.get(data, at + 16));
            four = round(four, (long) LONG.get(data, at + 24));
        }
        long sum = Long.rotateLeft(one, 1)
                + Long.rotateLeft(two, 7)
                + Long.rotateLeft(three, 12)
                + Long.rotateLeft(four, 18);
        return merge(merge(merge(merge(sum, one), two), three), four);
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
    }

    private static long merge(long sum, long lane) {
        return (sum ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }

    private static long rest(byte[] data, int from, long start) {
        long sum = start;
        int at = from;
        for (; at + Long.BYTES <= data.length; at += Long.BYTES) {
            sum = Long.rotateLeft(sum ^ round(0, (long) LONG.get(data, at)), 27) * PRIME_1 + PRIME_4;
        }
        if (at + Integer.BYTES <= data.length) {
            long input = Integer.toUnsignedLong((int) INT.get(data, at));
            sum = Long.rotateLeft(sum ^ (input * PRIME_1), 23) * PRIME_2 + PRIME_3;
            at += Integer.BYTES;
        }
        for (; at < data.length; at++) {
            sum = Long.rotateLeft(sum ^ ((data[at] & 0xFF) * PRIME_5), 11) * PRIME_1;
        }
        return sum;
    }

    private static long avalanche(long sum) {
        long mixed = (sum ^ (sum >>> 33)) * PRIME_2;
        mixed = (mixed ^ (mixed >>> 29)) * PRIME_3;
        return mixed ^ (mixed >>> 32);
    }
}
