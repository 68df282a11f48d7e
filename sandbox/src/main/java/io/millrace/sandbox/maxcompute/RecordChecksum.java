package io.millrace.sandbox.maxcompute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The checksum of records: CRC-32C of the little-endian bytes of what was written. */
final class RecordChecksum {

    private final CRC32C crc = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    void update(int value) {
        add(buffer.clear().putInt(value));
    }

    void update(long value) {
        add(buffer.clear().putLong(value));
    }

    void update(double value) {
        add(buffer.clear().putDouble(value));
    }

    void update(float value) {
        add(buffer.clear().putFloat(value));
    }

    void update(boolean value) {
        crc.update(value ? 1 : 0);
    }

    void update(byte[] value) {
        crc.update(value, 0, value.length);
    }

    private void add(ByteBuffer filled) {
        crc.update(filled.flip());
    }

    /** The value so far, after which counting begins anew. */
    int take() {
        int value = (int) crc.getValue();
        crc.reset();
        return value;
    }

    int value() {
        return (int) crc.getValue();
    }
}
