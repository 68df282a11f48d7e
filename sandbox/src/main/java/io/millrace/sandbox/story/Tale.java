package io.millrace.sandbox.story;

import java.util.List;

/**
 * One telling of a story.
 *
 * @param happenings in the order in which they happen
 * @param results what they lead to
 */
public record Tale(List<Happening> happenings, List<StoryResult> results) {
    public Tale {
        happenings = List.copyOf(happenings);
        results = List.copyOf(results);
    }
}
