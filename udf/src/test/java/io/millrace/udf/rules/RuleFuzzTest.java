package io.millrace.udf.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleFuzzTest {

    private static final String[] TOKENS = {
        "a",
        "b",
        "c",
        "`d e`",
        "and",
        "or",
        "not",
        "in",
        "between",
        "like",
        "is",
        "null",
        "true",
        "false",
        "&&",
        "||",
        "!",
        "=",
        "==",
        "!=",
        "<>",
        "<",
        "<=",
        ">",
        ">=",
        "+",
        "-",
        "*",
        "/",
        "%",
        "(",
        ")",
        ",",
        "1",
        "0",
        "-1",
        "1e37",
        "1e-37",
        "1e999999",
        ".5",
        "'x'",
        "'%_'",
        "\"y\"",
        "''",
        "lower(",
        "upper(",
        "length(",
        "abs(",
        "min(",
        "max(",
        "round(",
        "contains(",
        "starts_with(",
        "ends_with(",
        "matches(",
        "coalesce(",
        "number(",
        "is_number(",
        "text(",
        "trim(",
        "ceil(",
        "floor(",
        "'",
        "`",
        "\"",
        "#",
        "\uD83D",
        "\u0000",
        "..",
        "1.2.3",
        "'[a{1000}]{1000}'",
        "'('"
    };

    private static final String[] VALUES = {
        "", "1", "-2.5", "1e37", "1e999999", "abc", "true", "FALSE", " 7 ", "\uD83D", "0", "NaN", "%", "x".repeat(5000)
    };

    private final Random random = new Random(42);

    @Test
    void randomTokensNeverThrowAnythingButAnErrorValue() {
        MatchesRule matches = new MatchesRule();
        RuleError error = new RuleError();
        matches.open(null);
        error.open(null);
        int known = 0;
        int wrong = 0;
        for (int i = 0; i < 100_000; i++) {
            String rule = tokens();
            Map<String, String> facts = facts();
            Boolean matched = matches.eval(rule, facts);
            String problem = error.eval(rule, facts);
            if (problem != null) {
                assertThat(problem)
                        .startsWith("at character ")
                        .doesNotContain("\n")
                        .hasSizeLessThan(250);
                assertThat(matched).isNull();
            }
            known += matched != null ? 1 : 0;
            wrong += problem != null ? 1 : 0;
        }
        assertThat(known).isGreaterThan(200);
        assertThat(wrong).isGreaterThan(50_000);
    }

    @Test
    void randomCharactersNeverThrowAnythingButAnErrorValue() {
        RuleError error = new RuleError();
        error.open(null);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder rule = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                rule.append((char) (random.nextInt(20) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95)));
            }
            String problem = error.eval(rule.toString(), facts());
            assertThat(problem == null || problem.startsWith("at character ")).isTrue();
        }
    }

    private String tokens() {
        StringBuilder rule = new StringBuilder();
        for (int count = 1 + random.nextInt(12); count > 0; count--) {
            rule.append(TOKENS[random.nextInt(TOKENS.length)]).append(' ');
        }
        return rule.toString();
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        for (String name : new String[] {"a", "b", "c", "d e"}) {
            if (random.nextInt(4) > 0) {
                facts.put(name, VALUES[random.nextInt(VALUES.length)]);
            }
        }
        return facts;
    }
}
