package io.millrace.udf.text;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * The 64-bit xxHash (XXH64, seed 0) of a text's UTF-8 bytes or of bytes.
 *
 * <p>The same as {@code xxhsum -H1} and as {@code xxhash64} of Trino. Spark's {@code xxhash64} has the seed 42, and is
 * another function. Not for secrets.
 */
public final class Xxhash64 extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private static final long SEED = 0;

    /**
     * The hash of a text.
     *
     * @param value the text; may be null
     * @return any BIGINT, also a negative one; null for null
     */
    public @DataTypeHint("BIGINT") Long eval(
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData value) {
        return value == null ? null : Xxh64.hash(value.toBytes(), SEED);
    }

    /**
     * The hash of bytes.
     *
     * @param value the bytes; may be null
     * @return any BIGINT, also a negative one; null for null
     */
    public @DataTypeHint("BIGINT") Long eval(@DataTypeHint("BYTES") byte[] value) {
        return value == null ? null : Xxh64.hash(value, SEED);
    }
}
