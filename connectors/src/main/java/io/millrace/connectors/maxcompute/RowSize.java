package io.millrace.connectors.maxcompute;

import com.aliyun.odps.data.AbstractChar;
import com.aliyun.odps.data.Binary;
import com.aliyun.odps.data.Struct;
import java.util.List;
import java.util.Map;

/** Estimates how many bytes values take, before compression. */
final class RowSize {

    private static final int FIXED = 9;

    private RowSize() {}

    static long of(Object[] values) {
        long bytes = FIXED;
        for (Object value : values) {
            bytes += of(value);
        }
        return bytes;
    }

    private static long of(Object value) {
        if (value == null) {
            return 0;
        } else if (value instanceof String text) {
            return text.length() + 4L;
        } else if (value instanceof AbstractChar<?> text) {
            return text.getValue().length() + 4L;
        } else if (value instanceof Binary binary) {
            return binary.length() + 4L;
        } else if (value instanceof List<?> list) {
            return of(list.toArray());
        } else if (value instanceof Map<?, ?> map) {
            return of(map.keySet().toArray()) + of(map.values().toArray());
        } else if (value instanceof Struct struct) {
            return of(struct.getFieldValues().toArray());
        }
        return FIXED;
    }
}
