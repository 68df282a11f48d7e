package io.millrace.sandbox.protocol;

import java.util.Random;

/** Decides request by request which fault happens; the same seed gives the same decisions in the same order. */
final class FaultSource {

    /** What happens to one request. */
    enum Fault {
        NONE,
        FAIL,
        CUT,
        LOSE
    }

    private Faults faults = Faults.NONE;
    private Random random = new Random(faults.seed());

    /** Replaces the faults and begins their random numbers anew. */
    synchronized void set(Faults next) {
        faults = next;
        random = new Random(next.seed());
    }

    synchronized Faults get() {
        return faults;
    }

    /** Draws the fault of the next request. */
    synchronized Fault next() {
        double drawn = random.nextDouble();
        if (drawn < faults.fail()) {
            return Fault.FAIL;
        }
        if (drawn < faults.fail() + faults.cut()) {
            return Fault.CUT;
        }
        return drawn < faults.fail() + faults.cut() + faults.lose() ? Fault.LOSE : Fault.NONE;
    }
}
