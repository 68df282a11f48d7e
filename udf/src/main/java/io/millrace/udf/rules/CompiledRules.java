package io.millrace.udf.rules;

import io.millrace.udf.argument.RecentlyUsed;

/** Compiles each rule once for as long as it is among the last thousand used. */
final class CompiledRules {

    private static final int CAPACITY = 1000;

    private final RecentlyUsed<String, Rule> rules = new RecentlyUsed<>(CAPACITY, Rule::compile);

    Rule of(String text) {
        // Not kept: it may be of any length, and is refused at once.
        return text.length() > Rule.LONGEST ? Rule.compile(text) : rules.of(text);
    }
}
