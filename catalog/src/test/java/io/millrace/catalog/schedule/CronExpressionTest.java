package io.millrace.catalog.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CronExpressionTest {

    private final DiagnosticCollector problems = new DiagnosticCollector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    15 2 * * *               | 15 2 * * *
                    05 02 * * *              | 5 2 * * *
                    */15 * * * *             | */15 * * * *
                    0-59 * * * *             | 0-59 * * * *
                    0 8-18/2 * * *           | 0 8,10,12,14,16,18 * * *
                    10,0,30-32,31 0 * * *    | 0,10,30-32 0 * * *
                    0 0 1 JAN,Jul-sep *      | 0 0 1 1,7-9 *
                    0 0 * * MON-FRI          | 0 0 * * 1-5
                    0 0 * * 7                | 0 0 * * 0
                    0 0 * * 5-7              | 0 0 * * 0,5,6
                    0 0 * * SAT-SUN          | 0 0 * * 0,6
                    0 0 * * 7-2              | 0 0 * * 0-2
                    0 0 * * 0-7              | 0 0 * * 0-6
                    0 0 * * 1-7/2            | 0 0 * * 0,1,3,5
                    0 0 */1 * 1              | 0 0 * * 1
                    0 0 29 2 *               | 0 0 29 2 *
                    0 0 30 2,3 *             | 0 0 30 2,3 *
                    0 0 30 2 MON             | 0 0 30 2 1
                    0\t0  1 1 *              | 0 0 1 1 *
                    """)
    void theCanonicalFormHasTheSameTimesInNumbers(String text, String canonical) {
        assertThat(parse(text).map(CronExpression::canonical)).contains(canonical);
        assertThat(problems.sorted()).isEmpty();
        CronExpression again = parse(canonical).orElseThrow();
        CronExpression first = parse(text).orElseThrow();
        LocalDateTime start = LocalDateTime.of(2027, 12, 31, 0, 0);
        assertThat(IntStream.range(0, 800 * 96)
                        .mapToObj(quarter -> start.plusMinutes(15L * quarter))
                        .filter(time -> first.matches(time) != again.matches(time)))
                .isEmpty();
    }

    @Test
    void everyFieldMustFit() {
        CronExpression cron = parse("15 2-3 * 6 *").orElseThrow();
        assertThat(cron.matches(LocalDateTime.of(2026, 6, 5, 2, 15))).isTrue();
        assertThat(cron.matches(LocalDateTime.of(2026, 6, 5, 3, 15))).isTrue();
        assertThat(cron.matches(LocalDateTime.of(2026, 6, 5, 4, 15))).isFalse();
        assertThat(cron.matches(LocalDateTime.of(2026, 6, 5, 2, 14))).isFalse();
        assertThat(cron.matches(LocalDateTime.of(2026, 5, 5, 2, 15))).isFalse();
    }

    @Test
    void whereBothFieldsOfDaysAreGivenOneOfThemMustFit() {
        CronExpression either = parse("0 0 13 * FRI").orElseThrow();
        assertThat(days(either)).containsExactly(6, 13, 20, 27);
        assertThat(days(parse("0 0 1,15 * 3").orElseThrow())).containsExactly(1, 4, 11, 15, 18, 25);
        assertThat(days(parse("0 0 13 * *").orElseThrow())).containsExactly(13);
        assertThat(days(parse("0 0 * * FRI").orElseThrow())).containsExactly(6, 13, 20, 27);
        assertThat(days(parse("0 0 */10 * *").orElseThrow())).containsExactly(1, 11, 21);
        assertThat(days(parse("0 0 1-30 * FRI").orElseThrow())).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    60 * * * *         | 0  | the minute cannot be '60'           | a number from 0 to 59, a range, a list of them, or a star
                    0 24 * * *         | 2  | the hour cannot be '24'             | a number from 0 to 23, a range, a list of them, or a star
                    0 0 0 * *          | 4  | the day of month cannot be '0'      | a number from 1 to 31, a range, a list of them, or a star
                    0 0 1 13 *         | 6  | the month cannot be '13'            | a number from 1 to 12 (or JAN to DEC), a range, a list of them, or a star
                    0 0 * * 8          | 8  | the day of week cannot be '8'       | a number from 0 to 7 (or SUN to SAT), a range, a list of them, or a star
                    0 0 * * MO         | 8  | the day of week cannot be 'MO'      | a number from 0 to 7 (or SUN to SAT), a range, a list of them, or a star
                    0 0 * * MON,FRY    | 12 | the day of week cannot be 'FRY'     | a number from 0 to 7 (or SUN to SAT), a range, a list of them, or a star
                    0 0 L * *          | 4  | the day of month cannot be 'L'      | a number from 1 to 31, a range, a list of them, or a star
                    0 0 ? * 1          | 4  | the day of month cannot be '?'      | a number from 1 to 31, a range, a list of them, or a star
                    0 0 * * 5#2        | 8  | the day of week cannot be '5#2'     | a number from 0 to 7 (or SUN to SAT), a range, a list of them, or a star
                    0, 0 * * *         | 2  | the minute cannot be ''             | a number from 0 to 59, a range, a list of them, or a star
                    1-2-3 0 * * *      | 0  | the minute cannot be '1-2-3'        | a number from 0 to 59, a range, a list of them, or a star
                    -5 0 * * *         | 0  | the minute cannot be '-5'           | a number from 0 to 59, a range, a list of them, or a star
                    000 0 * * *        | 0  | the minute cannot be '000'          | a number from 0 to 59, a range, a list of them, or a star
                    0 22-2 * * *       | 2  | the hour cannot be '22-2'           | a range goes upward: write 22-23,0-2
                    0 0 * * FRI-MON    | 8  | the day of week cannot be 'FRI-MON' | a range goes upward: write 5-6,0-1
                    */0 * * * *        | 0  | the minute cannot be '*/0'          | a step from 1 to 59
                    */60 * * * *       | 0  | the minute cannot be '*/60'         | a step from 1 to 59
                    0 0-12/24 * * *    | 2  | the hour cannot be '0-12/24'        | a step from 1 to 23
                    5/10 * * * *       | 0  | the minute cannot be '5/10'         | a step needs a range, such as 5-59/10
                    5,* * * * *        | 2  | the minute cannot be '*'            | a star stands alone; in a list write 0-59
                    0 0 */2 * MON      | 4  | schedulers do not agree on the day of month '*/2' beside a day of week | write 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31 to run on each day that fits one of the two
                    0 0 1 * */3        | 8  | schedulers do not agree on the day of week '*/3' beside a day of month | write 0,3,6 to run on each day that fits one of the two
                    0 0 30 2 *         | 4  | the day of month '30' never comes in the month '2' | a day from 1 to 29
                    0 0 31 APR,6 *     | 4  | the day of month '31' never comes in the month 'APR,6' | a day from 1 to 30
                    15 2 * *           | 0  | a schedule has five fields, not 4   | minute, hour, day of month, month, day of week, such as 15 2 * * *
                    0 15 2 * * *       | 11 | a schedule has five fields, not 6   | minute, hour, day of month, month, day of week, such as 15 2 * * *
                    @daily             | 0  | '@daily' is not read by every scheduler | write 0 0 * * *
                    @reboot            | 0  | '@reboot' is not read by every scheduler | write five fields: minute, hour, day of month, month, day of week, such as 15 2 * * *
                    """)
    void aWrongFieldIsNamedWithItsPlaceAndWhatIsAllowed(String text, int offset, String message, String hint) {
        assertThat(parse(text)).isEmpty();
        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(DiagnosticCode.BAD_SCHEDULE);
            assertThat(problem.location()).isEqualTo(place(offset));
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.hint()).contains(hint);
        });
    }

    @Test
    void allWrongFieldsAreReported() {
        assertThat(parse("61 25,26 * * x")).isEmpty();
        assertThat(problems.sorted().stream().map(problem -> problem.location().column()))
                .containsExactly(1, 4, 7, 14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "daily", "\u00a0", "１ 2 * * *"})
    void whatIsNoExpressionIsReportedOnce(String text) {
        assertThat(parse(text)).isEmpty();
        assertThat(problems.sorted()).hasSize(1);
    }

    private Optional<CronExpression> parse(String text) {
        return CronExpression.parse(text, CronExpressionTest::place, problems);
    }

    private static SourceLocation place(int offset) {
        return new SourceLocation("p.yaml", 1, offset + 1);
    }

    /** In November 2026, which begins on a Sunday. */
    private static List<Integer> days(CronExpression cron) {
        return IntStream.rangeClosed(1, 30)
                .boxed()
                .filter(day -> cron.matches(LocalDate.of(2026, 11, day)))
                .toList();
    }
}
