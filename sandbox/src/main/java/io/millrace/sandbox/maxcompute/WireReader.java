package io.millrace.sandbox.maxcompute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the scalar encodings of Protocol Buffers. */
final class WireReader {

    private final ByteBuffer bytes;

    WireReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean atEnd() {
        return !bytes.hasRemaining();
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            need(1);
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw corrupt("a number of more than ten bytes");
    }

    long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    double fixed64() {
        need(Double.BYTES);
        return bytes.getDouble();
    }

    float fixed32() {
        need(Float.BYTES);
        return bytes.getFloat();
    }

    byte[] lengthDelimited() {
        long length = varint();
        need(length);
        byte[] value = new byte[(int) length];
        bytes.get(value);
        return value;
    }

    private void need(long count) {
        if (count < 0 || bytes.remaining() < count) {
            throw corrupt("the data end too early");
        }
    }

    static ProtocolException corrupt(String what) {
        return new ProtocolException(400, "CorruptedData", what);
    }
}
