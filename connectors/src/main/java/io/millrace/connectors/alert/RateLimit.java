package io.millrace.connectors.alert;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Bounds the posts in any 60 seconds. */
final class RateLimit {

    private static final long MINUTE_MILLIS = 60_000;

    private final int most;
    private final Deque<Long> posts = new ArrayDeque<>();

    RateLimit(int most) {
        this.most = most;
    }

    /** Returns how many more posts are allowed now. */
    int left(long now) {
        // A clock that was set back must not lock the limit for longer than a minute.
        posts.removeIf(at -> now - at >= MINUTE_MILLIS || at > now + MINUTE_MILLIS);
        return most - posts.size();
    }

    /** Returns when the next post is allowed if none is now, in ms. */
    long nextAt() {
        return posts.element() + MINUTE_MILLIS;
    }

    /** Counts a post. */
    void count(long now) {
        posts.add(now);
    }

    List<Long> posts() {
        return List.copyOf(posts);
    }

    void restore(Collection<Long> restored) {
        posts.addAll(restored);
    }
}
