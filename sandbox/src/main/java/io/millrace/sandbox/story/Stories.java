package io.millrace.sandbox.story;

import java.util.List;

/** All stories, in the order in which they are compared. */
public final class Stories {

    private static final List<Story> ALL = List.of(
            new CatalogStory(), new VisitsStory(), new PaymentsStory(), new ServiceLogStory(), new DeviceStory());

    private Stories() {}

    /** Returns all. */
    public static List<Story> all() {
        return ALL;
    }

    /** Returns those of one department. */
    public static List<Story> of(Department department) {
        return ALL.stream().filter(story -> story.department() == department).toList();
    }
}
