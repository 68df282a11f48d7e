package io.millrace.udf.text;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions of this package by their SQL names. */
public final class TextFunctions {

    private TextFunctions() {}

    /** Each function's name, in lower case, and how an instance is made. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Map.of(
                "bucket", Bucket::new,
                "jaro_winkler", JaroWinkler::new,
                "levenshtein", Levenshtein::new,
                "murmur3", Murmur3::new,
                "xxhash64", Xxhash64::new);
    }
}
