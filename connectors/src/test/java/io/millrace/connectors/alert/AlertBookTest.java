package io.millrace.connectors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.connectors.json.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertBookTest {

    private final AlertBook book = new AlertBook(Duration.ofMillis(100), true, true);

    @Test
    void furtherRowsWithinThePeriodAreNotTold() {
        assertThat(fire("a", 1, 0)).contains(alert("a", 1));
        assertThat(fire("a", 2, 99)).isEmpty();
        assertThat(fire("b", 3, 99)).contains(alert("b", 3));
        assertThat(fire("a", 4, 100)).contains(alert("a", 4));
    }

    @Test
    void aRecoveryIsToldOnceWithTheLastRowOfTheAlert() {
        fire("a", 1, 0);
        fire("a", 2, 50);

        assertThat(recover("a", 60)).contains(new Notice(true, "a", row(2)));
        assertThat(recover("a", 70)).isEmpty();
        assertThat(recover("never", 70)).isEmpty();
    }

    @Test
    void anAlertThatComesBackWithinThePeriodIsHeldBackAndThenTold() {
        fire("a", 1, 0);
        recover("a", 10);

        assertThat(fire("a", 2, 20)).isEmpty();
        assertThat(book.nextDue()).hasValue(100);
        assertThat(book.due(99)).isEmpty();
        assertThat(book.due(100)).containsExactly(alert("a", 2));
        assertThat(book.due(300)).isEmpty();
        assertThat(recover("a", 310)).isPresent();
    }

    @Test
    void anAlertThatFlapsWithinThePeriodIsNotToldAgain() {
        fire("a", 1, 0);
        recover("a", 10);
        fire("a", 2, 20);

        assertThat(recover("a", 30)).isEmpty();
        assertThat(book.due(100)).isEmpty();
        assertThat(book.incidents()).isEmpty();
    }

    @Test
    void theEndOfInputTellsWhatWasHeldBack() {
        fire("a", 1, 0);
        recover("a", 10);
        fire("a", 2, 20);

        assertThat(book.heldBack()).containsExactly(alert("a", 2));
        assertThat(book.heldBack()).isEmpty();
    }

    @Test
    void aPeriodOfNothingTellsEveryRowAlsoLateOnes() {
        AlertBook every = new AlertBook(Duration.ZERO, true, true);

        assertThat(List.of(5L, 5L, 1L))
                .allSatisfy(time -> assertThat(every.change(new RowChange("a", row(1), false, time)))
                        .isPresent());
    }

    @Test
    void alertsThatCannotRecoverAreForgottenWhenTheirPeriodIsOver() {
        AlertBook appended = new AlertBook(Duration.ofMillis(100), false, true);
        appended.change(new RowChange("a", row(1), false, 0));

        assertThat(appended.due(100)).isEmpty();
        assertThat(appended.incidents()).isEmpty();
    }

    @Test
    void alertsThatMayRecoverAreKept() {
        fire("a", 1, 0);

        assertThat(book.due(1_000_000)).isEmpty();
        assertThat(recover("a", 1_000_001)).isPresent();
    }

    @Test
    void recoveriesCanBeKeptSilent() {
        AlertBook silent = new AlertBook(Duration.ofMillis(100), true, false);
        silent.change(new RowChange("a", row(1), false, 0));

        assertThat(silent.change(new RowChange("a", null, true, 1))).isEmpty();
    }

    private Optional<Notice> fire(String key, int n, long time) {
        return book.change(new RowChange(key, row(n), false, time));
    }

    private Optional<Notice> recover(String key, long time) {
        return book.change(new RowChange(key, null, true, time));
    }

    private static Notice alert(String key, int n) {
        return new Notice(false, key, row(n));
    }

    private static ObjectNode row(int n) {
        return JsonText.NODES.objectNode().put("n", n);
    }
}
