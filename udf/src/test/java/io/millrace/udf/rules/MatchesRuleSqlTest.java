package io.millrace.udf.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchesRuleSqlTest {

    private static final FlinkSql FLINK = FlinkSql.streaming();

    // The planner computes a filter of VALUES itself, and must not take these rules for constants.
    private static final String RULES =
            """
            (VALUES (1, 'amount > 100'), (2, 'amount >'), (3, 'country > 5'), (4, 'missing > 5'), (5, 'amount < 100'),
              (6, CAST(NULL AS STRING))) AS rules (id, rule)
            """;

    private static final String FACTS = "MAP['amount', '120.50', 'country', 'DE']";

    @Test
    void filtersInWhereAndRoutesWhatIsWrong() {
        assertThat(FLINK.rows("SELECT id FROM " + RULES + "WHERE matches_rule(rule, " + FACTS + ")"))
                .containsExactly(Row.of(1));
        assertThat(FLINK.rows("SELECT id FROM " + RULES + "WHERE NOT matches_rule(rule, " + FACTS + ")"))
                .containsExactly(Row.of(5));
        assertThat(FLINK.rows("SELECT id, rule_error(rule, " + FACTS + ") FROM " + RULES + "WHERE rule_error(rule, "
                        + FACTS + ") IS NOT NULL"))
                .containsExactly(
                        Row.of(2, "at character 9: the end of the rule is unexpected here"),
                        Row.of(3, "at character 1: 'country' is 'DE', where a number is needed"));
    }

    @Test
    void checksARuleWithoutFacts() {
        assertThat(FLINK.rows("SELECT id FROM " + RULES + "WHERE rule_error(rule) IS NOT NULL"))
                .containsExactly(Row.of(2));
    }

    @Test
    void takesFactsOfEveryKind() {
        assertThat(
                        FLINK.last(
                                """
                SELECT
                  matches_rule('a = 2 and bb > 29', MAP['a', '2', 'bb', '30']),
                  matches_rule('a = 2', MAP['a', 2]),
                  matches_rule('a = 2.0', MAP['a', CAST(2 AS BIGINT)]),
                  matches_rule('a = 2.5', MAP['a', 2.50]),
                  matches_rule('a = 2.5', MAP['a', CAST(2.5 AS DOUBLE)]),
                  matches_rule('a', MAP['a', TRUE]),
                  matches_rule('a = "x"', MAP[CAST('a' AS STRING), CAST('x' AS STRING)]),
                  matches_rule('a is null', MAP['a', CAST(NULL AS STRING)]),
                  matches_rule('a is null', CAST(NULL AS MAP<STRING, STRING>)),
                  matches_rule('a is null', NULL)
                """))
                .isEqualTo(Row.of(true, true, true, true, true, true, true, true, true, true));
    }

    @Test
    void givesNullForANullRule() {
        String facts = ", " + FACTS + ")";
        assertThat(FLINK.last("SELECT matches_rule(CAST(NULL AS STRING)" + facts + ", rule_error(CAST(NULL AS STRING)"
                        + facts + ", matches_rule(NULL" + facts))
                .isEqualTo(Row.of(null, null, null));
    }

    @Test
    void isABooleanAndAString() {
        assertThat(FLINK.typeOf("matches_rule('true', " + FACTS + ")")).isEqualTo(DataTypes.BOOLEAN());
        assertThat(FLINK.typeOf("rule_error('true', " + FACTS + ")")).isEqualTo(DataTypes.STRING());
    }

    @Test
    void refusesAConstantRuleThatIsWrongWhilePlanning() {
        assertThatThrownBy(() -> FLINK.plan("SELECT matches_rule('amount > > 1', " + FACTS + ")"))
                .hasStackTraceContaining("The rule is wrong at character 10: '>' is unexpected here");
        assertThat(FLINK.value("rule_error('amount > > 1', " + FACTS + ")"))
                .isEqualTo("at character 10: '>' is unexpected here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'", "ARRAY['a']", "MAP[1, 'a']", "MAP['a', ARRAY[1]]", "MAP['a', DATE '2026-01-01']"})
    void refusesOtherFactsWhilePlanning(String facts) {
        assertThatThrownBy(() -> FLINK.plan("SELECT matches_rule('true', " + facts + ")"))
                .hasStackTraceContaining("The facts have to be MAP<STRING, STRING | numeric | BOOLEAN>");
        assertThatThrownBy(() -> FLINK.plan("SELECT rule_error('true', " + facts + ")"))
                .hasStackTraceContaining("rule_error");
    }

    @Test
    void isIdentifiedByItsClassNameSoThatACompiledPlanStaysValid() {
        assertThat(new MatchesRule().functionIdentifier()).isEqualTo(MatchesRule.class.getName());
        assertThat(new RuleError().functionIdentifier()).isEqualTo(RuleError.class.getName());
    }
}
