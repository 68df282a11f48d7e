package io.millrace.udf.rules;

import java.util.Map;

/** Computes a part of a rule. */
interface Value<T> {

    /**
     * The value, or null if it is unknown because a fact is missing.
     *
     * @throws RuleException if the facts do not fit the rule
     */
    T of(Map<String, ?> facts);
}
