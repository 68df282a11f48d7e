package io.millrace.udf.log;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions of this package by their SQL names. */
public final class LogFunctions {

    private LogFunctions() {}

    /** Each function's name, in lower case, and how an instance is made. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Map.of("grok", Grok::new, "logfmt_map", LogfmtMap::new);
    }
}
