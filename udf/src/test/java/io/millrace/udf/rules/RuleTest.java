package io.millrace.udf.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    private static final Map<String, String> FACTS = Map.of(
            "amount", "120.50",
            "limit", "1000",
            "country", "DE",
            "email", "Jane.Doe@Example.com",
            "vip", "true",
            "card.kind", "debit",
            "odd name", "x",
            "empty", "",
            "huge", "1e999999");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount > 100",
                "amount = 120.5",
                "amount == 120.500 && amount <> 121",
                "amount between 100 and 200 and amount not between 1 and 2",
                "country in ('AT', 'DE') and country not in ('FR')",
                "amount in (1, 120.5)",
                "country = \"DE\" || false",
                "not (country = 'FR')",
                "! country = 'FR'",
                "vip",
                "vip = true and vip != false",
                "VIP is null and missing is null and vip is not null",
                "number(amount) < limit",
                "amount + 1 <= number(limit) / 2",
                "amount * 2 = 241 and amount % 20 = .5 and -amount < +1",
                "1 - 2 - 3 = -4 and 2 + 3 * 4 = 14 and (2 + 3) * 4 = 20 and 8 / 4 / 2 = 1",
                "0.1 + 0.2 = 0.3",
                "1 / 3 * 3 < 1 and 1e2 = 100 and 1E-2 = 0.01",
                "-7 % 3 = -1",
                "true or false and false",
                "lower(email) like '%@example.com' and email not like '_'",
                "'ab%' like 'a_%' and '' like '%' and 'äöü' like '___'",
                "upper(country) = 'DE' and length(country) = 2 and trim('  a ') = 'a'",
                "contains(email, 'Doe') and starts_with(email, 'Jane') and ends_with(email, '.com')",
                "matches(email, '[A-Za-z.]+@[A-Za-z]+[.]com') and not matches(email, 'Jane')",
                "min(3, 1, 2) = 1 and max(3, amount) = 120.5 and abs(-2) = 2",
                "round(2.5) = 3 and round(-2.5) = -3 and round(1.255, 2) = 1.26 and ceil(1.1) = 2 and floor(-1.1) = -2",
                "coalesce(missing, amount, 0) > 120 and coalesce(missing, 'none') = 'none'",
                "number('12') = 12 and is_number(amount) and not is_number(country) and text(amount) = '120.50'",
                "text(1.50) = '1.5' and text(true) = 'true'",
                "`odd name` = 'x' and card.kind = 'debit' and empty = ''",
                "'it''s' = \"it's\" and 'say \"x\"' = \"say \"\"x\"\"\"",
                "AMOUNT IS NULL AND NOT vip = FALSE OR Amount IS NOT NULL",
                "'B' < 'a' and 'a' < 'b' and '\uFFFD' < '\uD83D\uDE00'",
                "not is_number(huge)",
            })
    void isTrueOfTheFacts(String rule) {
        assertThat(Rule.compile(rule).matches(FACTS)).as(rule).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount < 100",
                "country = 'de'",
                "amount = 1 or vip = false",
                "missing = 'a' and country = 'FR'",
                "country in ('FR', 'IT')",
                "not vip"
            })
    void isFalseOfTheFacts(String rule) {
        assertThat(Rule.compile(rule).matches(FACTS)).as(rule).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing > 1",
                "not missing > 1",
                "missing",
                "missing in ('a')",
                "missing not in ('a')",
                "country in ('FR', missing)",
                "missing between 1 and 2",
                "missing like '%'",
                "missing + 1 = 2",
                "missing = missing",
                "vip and missing = 'a'",
                "missing = 'a' or not vip",
                "max(1, missing) = 1",
                "coalesce(missing) = 'a'",
                "length(missing) = 0",
                "contains(missing, 'a')",
            })
    void isUnknownWhereAMissingFactDecides(String rule) {
        assertThat(Rule.compile(rule).matches(FACTS)).as(rule).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            textBlock =
                    """
            amount >                   ~ at character 9: the end of the rule is unexpected here
            amount > > 1               ~ at character 10: '>' is unexpected here
            1 < amount < 3             ~ at character 12: '<' is unexpected here
            amount 1                   ~ at character 8: '1' is unexpected here
            (amount > 1                ~ at character 12: ')' is expected instead of the end of the rule
            country in 'DE'            ~ at character 12: '(' is expected instead of 'DE'
            amount between 1, 2        ~ at character 17: 'and' is expected instead of ','
            country not = 'DE'         ~ at character 13: 'in', 'between' or 'like' is expected after 'not'
            country = 'DE              ~ at character 11: the quote ' is not closed
            country = null             ~ at character 11: nothing equals null: write 'is null' or 'is not null'
            country # 1                ~ at character 9: unexpected character '#'
            country like other         ~ at character 14: a text between quotes is expected after 'like'
            amount > 12abc             ~ at character 10: '12abc' is no number of at most 38 digits before the point
            amount > 1e999999          ~ at character 10: '1e999999' is no number of at most 38 digits before the point
            amount + 'a' > 1           ~ at character 10: 'a' gives a text, where a number is needed
            1 = 'a'                    ~ at character 3: '=' mixes a number with a text here
            amount in (1, 'a')         ~ at character 8: 'in' mixes a number with a text here
            amount > limit             ~ at character 8: '>' orders facts: write number(...) or text(...) around one
            true < false               ~ at character 6: '<' orders conditions, which have no order
            amount + 1                 ~ at character 8: '+' gives a number, where a condition is needed
            'a' and vip                ~ at character 1: 'a' gives a text, where a condition is needed
            lenght(country) = 1        ~ at character 1: there is no function 'lenght'; did you mean 'length'?
            length() = 1               ~ at character 1: length takes 1 argument
            max(1) = 1                 ~ at character 1: max takes at least 2 arguments
            round(1, 2, 3) = 1         ~ at character 1: round takes 1 or 2 arguments
            round(1, 99) = 1           ~ at character 10: round takes a whole number from 0 to 38 here
            round(1, limit) = 1        ~ at character 10: round takes a whole number from 0 to 38 here
            matches(country, 'a++')    ~ at character 18: no regular expression of RE2's syntax (invalid nested repetition operator: '++')
            matches(country, email)    ~ at character 18: matches takes a text between quotes here
            in = 1                     ~ at character 1: 'in' is unexpected here
            ^^                         ~ at character 1: the end of the rule is unexpected here
            """)
    void isRefusedWithThePlaceOfTheProblem(String rule, String problem) {
        assertThat(Rule.compile(rule).problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            textBlock =
                    """
            country > 1          ~ at character 1: 'country' is 'DE', where a number is needed
            amount and vip       ~ at character 1: 'amount' is '120.50', where 'true' or 'false' is needed
            empty = 1            ~ at character 1: 'empty' is '', where a number is needed
            huge > 1             ~ at character 1: 'huge' is '1e999999', where a number is needed
            amount / 0 = 1       ~ at character 8: '/' fails: a division by 0
            amount % (1 - 1) = 1 ~ at character 8: '%' fails: a division by 0
            1e37 * 10 > 1        ~ at character 6: '*' fails: a number of more than 38 digits before the point
            number(country) = 1  ~ at character 8: 'country' is 'DE', where a number is needed
            number('x') = 1      ~ at character 8: 'x' is 'x', where a number is needed
            coalesce(country) + 1 > 0 ~ at character 1: 'coalesce' is 'DE', where a number is needed
            """)
    void failsForFactsThatDoNotFit(String rule, String problem) {
        assertThatThrownBy(() -> Rule.compile(rule).matches(FACTS)).hasMessage(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"country = 'FR' and country > 1", "vip or country > 1", "is_number(country) and country > 1"})
    void doesNotEvaluateWhatNoLongerDecides(String rule) {
        assertThat(Rule.compile(rule).matches(FACTS)).isNotNull();
    }

    @Test
    void readsTypedFacts() {
        assertThat(Rule.compile("a > 1.4 and a + 1 = 2.5").matches(Map.of("a", 1.5d)))
                .isTrue();
        assertThat(Rule.compile("a and not b").matches(Map.of("a", true, "b", false)))
                .isTrue();
        assertThatThrownBy(() -> Rule.compile("a > 1").matches(Map.of("a", Double.NaN)))
                .hasMessageContaining("'NaN'");
        assertThatThrownBy(() -> Rule.compile("a > 1").matches(Map.of("a", true)))
                .hasMessageContaining("'true'");
    }

    @Test
    void isBoundedInLengthAndDepthButNotInItsChains() {
        String longest = "a=1 or ".repeat(584) + "a=1     ";
        assertThat(longest).hasSize(Rule.LONGEST);
        assertThat(Rule.compile(longest).problem()).isNull();
        assertThat(Rule.compile(longest + " ").problem()).isEqualTo("at character 4097: longer than 4096 characters");
        assertThat(Rule.compile("1+".repeat(2000) + "1 = 2001").matches(Map.of()))
                .isTrue();

        assertThat(Rule.compile("(".repeat(64) + "true" + ")".repeat(64)).matches(Map.of()))
                .isTrue();
        for (String prefix : new String[] {"(", "not ", "!", "abs(", "-", "(not "}) {
            assertThat(Rule.compile(prefix.repeat(600) + "a").problem()).contains("nested deeper than 64 levels");
        }
    }

    @Test
    void doesNotShowAllOfALongFact() {
        assertThatThrownBy(() -> Rule.compile("a > 1").matches(Map.of("a", "x".repeat(1_000_000))))
                .hasMessage("at character 1: 'a' is '" + "x".repeat(40) + "...', where a number is needed");
    }
}
