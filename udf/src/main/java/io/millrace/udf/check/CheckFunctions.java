package io.millrace.udf.check;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions of this package by the names of the module. */
public final class CheckFunctions {

    private CheckFunctions() {}

    /** Names and how to make each function. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Map.of("fail_unless", FailUnless::new, "warn_unless", WarnUnless::new);
    }
}
