package io.millrace.udf.text;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * The 32-bit MurmurHash3 (MurmurHash3_x86_32 of SMHasher, seed 0) of a text's UTF-8 bytes or of bytes.
 *
 * <p>The same as {@code murmur3_32_fixed} of Guava and the hash under Iceberg's buckets. Kafka places records by
 * MurmurHash2, and Spark's {@code hash} has another seed and pads; those are other functions. Not for secrets.
 */
public final class Murmur3 extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private static final int SEED = 0;

    /**
     * The hash of a text.
     *
     * @param value the text; may be null
     * @return any INT, also a negative one; null for null
     */
    public @DataTypeHint("INT") Integer eval(
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData value) {
        return value == null ? null : MurmurHash.hash(value.toBytes(), SEED);
    }

    /**
     * The hash of bytes.
     *
     * @param value the bytes; may be null
     * @return any INT, also a negative one; null for null
     */
    public @DataTypeHint("INT") Integer eval(@DataTypeHint("BYTES") byte[] value) {
        return value == null ? null : MurmurHash.hash(value, SEED);
    }
}
