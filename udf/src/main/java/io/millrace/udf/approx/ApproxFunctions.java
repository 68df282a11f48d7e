package io.millrace.udf.approx;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions of this package by their SQL names. */
public final class ApproxFunctions {

    private ApproxFunctions() {}

    /** Each function's name, in lower case, and how an instance is made. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Map.ofEntries(
                Map.entry("hll_count_distinct", HllCountDistinct::new),
                Map.entry("hll_estimate", HllEstimate::new),
                Map.entry("hll_merge", HllMerge::new),
                Map.entry("hll_sketch", HllSketch::new),
                Map.entry("quantile", Quantile::new),
                Map.entry("quantiles", Quantiles::new),
                Map.entry("theta_difference", ThetaDifference::new),
                Map.entry("theta_estimate", ThetaEstimate::new),
                Map.entry("theta_intersect", ThetaIntersect::new),
                Map.entry("theta_merge", ThetaMerge::new),
                Map.entry("theta_sketch", ThetaSketch::new),
                Map.entry("theta_union", ThetaUnion::new),
                Map.entry("top_k_frequent", TopKFrequent::new));
    }
}
