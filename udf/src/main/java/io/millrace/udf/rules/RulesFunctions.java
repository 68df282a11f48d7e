package io.millrace.udf.rules;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions of this package by their SQL names. */
public final class RulesFunctions {

    private RulesFunctions() {}

    /** Each function's name, in lower case, and how an instance is made. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Map.of("matches_rule", MatchesRule::new, "rule_error", RuleError::new);
    }
}
