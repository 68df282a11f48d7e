package io.millrace.udf.stats;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions of this package by their SQL names. */
public final class StatsFunctions {

    private StatsFunctions() {}

    /** Each function's name, in lower case, and how an instance is made. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Map.of(
                "arg_max", ArgMax::new,
                "arg_min", ArgMin::new,
                "ewma", Ewma::new,
                "linear_trend", LinearTrend::new,
                "mad_score", MadScore::new,
                "percentile", Percentile::new,
                "time_weighted_avg", TimeWeightedAvg::new,
                "weighted_avg", WeightedAvg::new,
                "zscore", Zscore::new);
    }
}
