package io.millrace.benchmarks;

import io.millrace.udf.rules.MatchesRule;
import io.millrace.udf.rules.RuleError;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The functions of {@code io.millrace.udf.rules}, beside the same condition as a job would have it compiled in. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RulesFunctions {

    private static final BigDecimal LIMIT = new BigDecimal(1000);

    private final MatchesRule matchesRule = new MatchesRule();
    private final RuleError ruleError = new RuleError();
    private final Rows<String> rules =
            Rows.of(i -> "amount > 1000 and country not in ('DE', 'AT') or risk_" + (i % 8) + " = 'high'");
    private final Rows<Map<String, String>> facts =
            Rows.of(i -> Map.of("amount", i * 2 + ".50", "country", i % 3 == 0 ? "DE" : "FR", "risk_1", "low"));

    /** Opens the functions as Flink would. */
    @Setup
    public void open() {
        matchesRule.open(null);
        ruleError.open(null);
    }

    @Benchmark
    public Boolean matches_rule() {
        return matchesRule.eval(rules.next(), facts.next());
    }

    @Benchmark
    public boolean matches_rule__Java() {
        Map<String, String> row = facts.next();
        String country = row.get("country");
        return (new BigDecimal(row.get("amount")).compareTo(LIMIT) > 0
                        && !country.equals("DE")
                        && !country.equals("AT"))
                || "high".equals(row.get("risk_1"));
    }

    @Benchmark
    public String rule_error() {
        return ruleError.eval(rules.next(), facts.next());
    }
}
