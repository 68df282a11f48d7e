package io.millrace.udf.json;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions of this package by their SQL names. */
public final class JsonFunctions {

    private JsonFunctions() {}

    /** Each function's name, in lower case, and how an instance is made. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Map.of(
                "json_flatten", JsonFlatten::new,
                "json_merge_patch", JsonMergePatch::new);
    }
}
