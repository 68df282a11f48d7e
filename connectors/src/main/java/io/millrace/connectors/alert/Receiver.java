package io.millrace.connectors.alert;

import java.io.Serializable;
import java.net.URI;
import java.util.List;

/** Whom alerts are posted to: what a message looks like and what the answer means. */
interface Receiver extends Serializable {

    /** Returns how many notices, from the first on, one message can tell; at least 1. */
    int capacity(List<Notice> notices);

    /** Returns the body that tells some notices, as many as it has the capacity for. */
    String body(List<Notice> notices);

    /** Returns where a message is posted at a time in ms. */
    URI address(long now);

    /** Tells what an answer of status 2xx means. */
    default Verdict verdict(String answer) {
        return Verdict.ACCEPTED;
    }

    /** What has become of a message. */
    enum Verdict {
        ACCEPTED,
        OVERLOADED,
        REFUSED
    }
}
