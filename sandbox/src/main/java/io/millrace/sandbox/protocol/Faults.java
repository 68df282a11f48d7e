package io.millrace.sandbox.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a server does wrong on purpose. The shares are between 0 and 1, and each request meets one fault at most.
 *
 * @param delay ms before a request is answered
 * @param fail the share of requests refused with {@code status}, without effect
 * @param status the HTTP status of those
 * @param cut the share whose connection is closed before they have an effect
 * @param lose the share that have their effect and whose answer is lost: the connection is closed instead
 * @param seed of the random numbers that choose
 */
public record Faults(long delay, double fail, int status, double cut, double lose, long seed) {

    /** A server that does everything right. */
    public static final Faults NONE = new Faults(0, 0, 503, 0, 0, 1);

    public Faults {
        if (delay < 0 || fail < 0 || cut < 0 || lose < 0 || fail + cut + lose > 1) {
            throw new IllegalArgumentException(
                    "delay is at least 0; fail, cut and lose are shares, together at most 1");
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status is from 400 to 599");
        }
    }

    /** Reads them from JSON; what is left out is as in {@link #NONE}. */
    @JsonCreator
    static Faults of(
            @JsonProperty("delay") Long delay,
            @JsonProperty("fail") Double fail,
            @JsonProperty("status") Integer status,
            @JsonProperty("cut") Double cut,
            @JsonProperty("lose") Double lose,
            @JsonProperty("seed") Long seed) {
        return new Faults(
                delay == null ? NONE.delay : delay,
                fail == null ? NONE.fail : fail,
                status == null ? NONE.status : status,
                cut == null ? NONE.cut : cut,
                lose == null ? NONE.lose : lose,
                seed == null ? NONE.seed : seed);
    }

    /** Returns faults that only delay every answer. */
    public static Faults slow(long millis) {
        return new Faults(millis, 0, NONE.status, 0, 0, NONE.seed);
    }

    /** Returns faults that only refuse a share of requests. */
    public static Faults failing(double share, int status) {
        return new Faults(0, share, status, 0, 0, NONE.seed);
    }
}
