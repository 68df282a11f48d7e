package io.millrace.launcher.state;

import java.util.Set;

/** How an operator's state, if it has any, relates to what stands in the plan. */
enum NodeKind {
    /** Its rows are those of its input. */
    NEUTRAL,
    /** Projection and filter. */
    CALC,
    /** Rows of several inputs. */
    UNION,
    /** Without state, but its rows are others than those of its input. */
    RESHAPING,
    /** Its state is the position in what it reads. */
    SOURCE,
    /** Its state is what was written and is not yet committed, and the newest row a key where it needs those. */
    SINK,
    /** Its state is keys and accumulators. */
    AGGREGATE,
    /** Its state may hold whole input rows. */
    ROW_KEEPING,
    /** Nothing is known of its state. */
    UNKNOWN;

    private static final String PREFIX = "stream-exec-";

    private static final Set<String> NEUTRAL_TYPES =
            Set.of("exchange_1", "watermark-assigner_1", "drop-update-before_1", "mini-batch-assigner_1");

    /** Local aggregates hand on what they hold before each checkpoint. */
    private static final Set<String> RESHAPING_TYPES =
            Set.of("correlate_1", "expand_1", "values_1", "local-group-aggregate_1", "local-window-aggregate_1");

    /** Only those of which edits were tried against Flink: the others are unknown. */
    private static final Set<String> ROW_KEEPING_TYPES = Set.of(
            "changelog-normalize_1",
            "deduplicate_1",
            "global-group-aggregate_1",
            "global-window-aggregate_1",
            "interval-join_1",
            "join_1",
            "limit_1",
            "match_1",
            "over-aggregate_1",
            "rank_1",
            "window-aggregate_1");

    static NodeKind of(PlanNode node) {
        if (!node.type().startsWith(PREFIX)) {
            return UNKNOWN;
        }
        String type = node.type().substring(PREFIX.length());
        if (NEUTRAL_TYPES.contains(type)) {
            return NEUTRAL;
        }
        if (RESHAPING_TYPES.contains(type) || (type.equals("window-table-function_1") && !isSession(node))) {
            return RESHAPING;
        }
        if (ROW_KEEPING_TYPES.contains(type)) {
            return ROW_KEEPING;
        }
        return switch (type) {
            case "calc_1" -> CALC;
            case "union_1" -> UNION;
            case "table-source-scan_1" -> SOURCE;
            case "sink_1" -> SINK;
            case "group-aggregate_1" -> AGGREGATE;
            default -> UNKNOWN;
        };
    }

    boolean isStateful() {
        return this == SOURCE || this == SINK || this == AGGREGATE || this == ROW_KEEPING || this == UNKNOWN;
    }

    private static boolean isSession(PlanNode node) {
        return node.json().path("windowing").toString().contains("Session");
    }
}
