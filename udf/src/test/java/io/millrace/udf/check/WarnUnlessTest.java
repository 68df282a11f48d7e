package io.millrace.udf.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.table.functions.FunctionContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarnUnlessTest {

    private final Map<String, Counter> counters = new HashMap<>();
    private final WarnUnless function = new WarnUnless();

    @BeforeEach
    void open() {
        function.open(new FunctionContext(null) {
            @Override
            public MetricGroup getMetricGroup() {
                return new Group("");
            }
        });
    }

    @Test
    void countsByTableAndExpectationWhatIsFalse() {
        assertThat(function.eval(false, "orders", "amount > 0")).isTrue();
        assertThat(function.eval(false, "orders", "amount > 0")).isTrue();
        assertThat(function.eval(false, "orders", "id > 0")).isTrue();
        assertThat(function.eval(true, "orders", "amount > 0")).isTrue();
        assertThat(function.eval(null, "orders", "amount > 0")).isTrue();

        assertThat(counters).hasSize(2);
        assertThat(counters.get("table=orders expectation=amount > 0 violations")
                        .getCount())
                .isEqualTo(2);
        assertThat(counters.get("table=orders expectation=id > 0 violations").getCount())
                .isEqualTo(1);
    }

    @Test
    void registersNothingWhileAllIsAsExpected() {
        function.eval(true, "orders", "amount > 0");

        assertThat(counters).isEmpty();
    }

    /** Writes down the counters that are registered, with the variables of their groups. */
    private final class Group extends UnregisteredMetricsGroup {

        private final String variables;

        Group(String variables) {
            this.variables = variables;
        }

        @Override
        public MetricGroup addGroup(String key, String value) {
            return new Group(variables + key + "=" + value + " ");
        }

        @Override
        public <C extends Counter> C counter(String name, C counter) {
            counters.put(variables + name, counter);
            return counter;
        }
    }
}
