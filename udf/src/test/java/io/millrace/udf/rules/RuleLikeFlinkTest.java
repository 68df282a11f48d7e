package io.millrace.udf.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.udf.FlinkSql;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

/** Flink SQL evaluates the same random expressions, on columns of the facts' types. */
class RuleLikeFlinkTest {

    private static final int QUERIES = 6;

    private static final int EXPRESSIONS = 8;

    private static final String FACTS =
            """
            (VALUES
              (CAST(1 AS DECIMAL(8, 2)), CAST(2.5 AS DECIMAL(8, 2)), CAST('abc' AS STRING), CAST('' AS STRING)),
              (3, 0, 'b', 'a'), (-2.25, -2, 'B', 'B'), (2.5, 2.5, 'a%', 'ab'), (100, 0.5, 'ä', 'z'),
              (CAST(NULL AS DECIMAL(8, 2)), 1, 'x', CAST(NULL AS STRING)),
              (2, CAST(NULL AS DECIMAL(8, 2)), CAST(NULL AS STRING), 'abc'),
              (CAST(NULL AS DECIMAL(8, 2)), CAST(NULL AS DECIMAL(8, 2)), CAST(NULL AS STRING), CAST(NULL AS STRING))
            ) AS facts (a, b, s, t)""";

    private final Random random = new Random(20);

    @Test
    void theSameTextMeansTheSame() {
        // Flink cuts long generated methods with a slow parser, which a query of few expressions does not need.
        FlinkSql flink = FlinkSql.batch().set("table.generated-code.max-length", "60000");
        MatchesRule function = new MatchesRule();
        function.open(null);
        int[] seen = new int[3];
        for (int query = 0; query < QUERIES; query++) {
            List<String> expressions =
                    IntStream.range(0, EXPRESSIONS).mapToObj(i -> condition(2)).toList();
            String columns = expressions.stream().map(e -> "(" + e + ")").collect(Collectors.joining(", "));
            for (Row row : flink.rows("SELECT a, b, s, t, " + columns + " FROM " + FACTS)) {
                Map<String, String> facts = facts(row);
                for (int i = 0; i < EXPRESSIONS; i++) {
                    Object expected = row.getField(4 + i);
                    assertThat(function.eval(expressions.get(i), facts))
                            .as(expressions.get(i) + " of " + facts)
                            .isEqualTo(expected);
                    seen[expected == null ? 0 : expected.equals(true) ? 1 : 2]++;
                }
            }
        }
        assertThat(Arrays.stream(seen).min().orElseThrow()).isGreaterThan(QUERIES * EXPRESSIONS);
    }

    private static Map<String, String> facts(Row row) {
        Map<String, String> facts = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            if (row.getField(i) != null) {
                facts.put("abst".substring(i, i + 1), row.getField(i).toString());
            }
        }
        return facts;
    }

    private String condition(int depth) {
        if (depth == 0) {
            return predicate();
        }
        return switch (random.nextInt(7)) {
            case 0, 1 -> condition(depth - 1) + " and " + condition(depth - 1);
            case 2, 3 -> condition(depth - 1) + " or " + condition(depth - 1);
            case 4 -> "not " + predicate();
            case 5 -> "not (" + condition(depth - 1) + ")";
            default -> predicate();
        };
    }

    private String predicate() {
        String not = random.nextBoolean() ? "not " : "";
        return switch (random.nextInt(8)) {
            case 0, 1 -> sum(2) + " " + pick("=", "<>", "<", "<=", ">", ">=") + " " + sum(2);
            case 2 -> text() + " " + pick("=", "<>", "<", "<=", ">", ">=") + " '" + word() + "'";
            case 3 -> "a " + not + "between " + sum(1) + " and " + number();
            case 4 -> pick("a", "b") + " " + not + "in (" + number() + ", " + number() + ")";
            case 5 -> pick("s", "t") + " " + not + "in ('" + word() + "', '" + word() + "')";
            // Not '', which Flink takes for '%'.
            case 6 -> text() + " " + not + "like '" + pick("%", "_", "a%", "%b%", "_b_", "%c") + "'";
            default -> pick("a", "b", "s", "t") + " is " + not + "null";
        };
    }

    private String sum(int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? number() : pick("a", "b") + pick(" + 0", " * 1");
        }
        return switch (random.nextInt(6)) {
            case 0 -> sum(depth - 1) + " + " + sum(depth - 1);
            case 1 -> sum(depth - 1) + " - " + sum(depth - 1);
            case 2 -> sum(depth - 1) + " * " + number();
            case 3 -> "(" + sum(depth - 1) + ") * " + number();
            case 4 -> "-(" + sum(depth - 1) + ")";
            default -> sum(depth - 1);
        };
    }

    private String text() {
        return pick("s", "t", "lower(s)", "upper(t)", "trim(s)");
    }

    private String word() {
        return pick("", "a", "b", "B", "abc", "ab", "ä", "x");
    }

    private String number() {
        return String.format(Locale.ROOT, pick("%d", "%d.5", "%d.25"), random.nextInt(4));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
