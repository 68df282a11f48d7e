package io.millrace.catalog.dependency;

import java.util.Set;

/** Tells which files of a project changed; version control, which this module does not know. */
@FunctionalInterface
public interface ChangedFiles {

    /**
     * Paths relative to the project root, with {@code /} between their parts, of files that were changed, added or
     * deleted; a renamed file counts with its old and its new path.
     *
     * @param reference a state that version control knows by this name
     */
    Set<String> since(String reference);
}
