package io.millrace.connectors.eas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    @Test
    void retriesAreAShareOfRequestsBeyondTheReserve() {
        RetryBudget budget = new RetryBudget(0.25);

        long granted = IntStream.range(0, 400)
                .peek(request -> budget.deposit())
                .filter(request -> budget.withdraw())
                .count();

        assertThat(granted).isBetween(100L, 110L);
    }

    @Test
    void quietTimesSaveNoMoreThanTheReserve() {
        RetryBudget budget = new RetryBudget(1);
        IntStream.range(0, 1000).forEach(request -> budget.deposit());

        assertThat(IntStream.range(0, 100).filter(retry -> budget.withdraw()).count())
                .isEqualTo(10);
    }
}
