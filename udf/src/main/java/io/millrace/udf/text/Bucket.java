package io.millrace.udf.text;

import io.millrace.udf.argument.LiteralCheck;
import java.time.LocalTime;
import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/**
 * The bucket of a value, from 0 to n - 1: the same as the {@code bucket[n]} partition transform of Apache Iceberg
 * (table specification, "Bucket Transform Details" and appendix B).
 *
 * <p>It is the 32-bit MurmurHash3 with seed 0, without its sign, modulo n, of: whole numbers, dates in days and times
 * in microseconds as eight bytes, the lowest first; decimals' unscaled values as the fewest bytes, the highest first;
 * texts' UTF-8 bytes; bytes. What a time has below a microsecond does not count. Null for null, and for an n below 1
 * that is no literal.
 */
public final class Bucket extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient TypeInference inference;

    private static final int SEED = 0;

    /** The bucket of a whole number of up to 32 bits, or of a date in days since 1970. */
    public Integer eval(Integer value, Integer n) {
        return value == null ? null : bucket(MurmurHash.hash(value.longValue(), SEED), n);
    }

    /** The bucket of a whole number of 64 bits; the same as that of the equal one of fewer bits. */
    public Integer eval(Long value, Integer n) {
        return value == null ? null : bucket(MurmurHash.hash(value.longValue(), SEED), n);
    }

    /** The bucket of a decimal; 1.0 and 1.00 are in different ones. */
    public Integer eval(DecimalData value, Integer n) {
        return value == null ? null : bucket(MurmurHash.hash(value.toUnscaledBytes(), SEED), n);
    }

    /** The bucket of a time of day. */
    public Integer eval(LocalTime value, Integer n) {
        return value == null ? null : bucket(MurmurHash.hash(value.toNanoOfDay() / 1000, SEED), n);
    }

    /** The bucket of a point in time, with or without a time zone. */
    public Integer eval(TimestampData value, Integer n) {
        if (value == null) {
            return null;
        }
        long microseconds = value.getMillisecond() * 1000 + value.getNanoOfMillisecond() / 1000;
        return bucket(MurmurHash.hash(microseconds, SEED), n);
    }

    /** The bucket of a text. */
    public Integer eval(StringData value, Integer n) {
        return value == null ? null : bucket(MurmurHash.hash(value.toBytes(), SEED), n);
    }

    /** The bucket of bytes. */
    public Integer eval(byte[] value, Integer n) {
        return value == null ? null : bucket(MurmurHash.hash(value, SEED), n);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            TypeInference inferred = TypeInference.newBuilder()
                    .inputTypeStrategy(new BucketArguments())
                    .outputTypeStrategy(TypeStrategies.explicit(DataTypes.INT()))
                    .build();
            inference = LiteralCheck.add(inferred, 1, Integer.class, Bucket::problem);
        }
        return inference;
    }

    private static Integer bucket(int hash, Integer n) {
        return n == null || n < 1 ? null : (hash & Integer.MAX_VALUE) % n;
    }

    private static Optional<String> problem(int n) {
        return n < 1 ? Optional.of("bucket cannot divide into " + n + " buckets: give 1 or more.") : Optional.empty();
    }
}
