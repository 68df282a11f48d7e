package io.millrace.sandbox.maxcompute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Which requests go wrong, and how: a share of each kind, drawn from a seed. */
final class FaultPlan {

    /** What happens to one request. */
    enum Fault {
        NONE,
        /** Answered with 500, nothing done. */
        FAIL,
        /** Done, then answered with 500. */
        LOSE,
        /** The connection is closed, nothing done. */
        CUT,
        /** Done, then the connection is closed. */
        CUT_AFTER
    }

    private final Map<Fault, Double> shares = new EnumMap<>(Fault.class);
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    private Random random = new Random(0);
    private long slowMillis;

    /**
     * Begins anew with other shares; what is not named is off.
     *
     * @param plan {@code seed}, {@code slow-millis}, and the shares {@code fail}, {@code lose}, {@code cut} and
     *     {@code cut-after}, each from 0 to 1
     */
    synchronized void change(JsonNode plan) {
        random = new Random(plan.path("seed").asLong(0));
        slowMillis = plan.path("slow-millis").asLong(0);
        counts.clear();
        for (Fault fault : Fault.values()) {
            double share = plan.path(key(fault)).asDouble(0);
            if (share < 0 || share > 1) {
                throw new ProtocolException(400, "InvalidArgument", key(fault) + " must be from 0 to 1");
            }
            shares.put(fault, share);
        }
    }

    /** Decides about the next request. */
    synchronized Fault next() {
        double drawn = random.nextDouble();
        Fault chosen = Fault.NONE;
        for (Fault fault : Fault.values()) {
            double share = fault == Fault.NONE ? 0 : shares.getOrDefault(fault, 0.0);
            if (drawn < share) {
                chosen = fault;
                break;
            }
            drawn -= share;
        }
        counts.merge(chosen, 1L, Long::sum);
        return chosen;
    }

    synchronized long slowMillis() {
        return slowMillis;
    }

    /** How many requests met which fault since the last change. */
    synchronized Map<String, Long> counts() {
        Map<String, Long> byKey = new TreeMap<>();
        counts.forEach((fault, count) -> byKey.put(key(fault), count));
        return byKey;
    }

    private static String key(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
