package io.millrace.launcher.cli;

import java.util.Iterator;
import java.util.List;

/** Stands in the model for the names of a project's pipelines, which the completion script asks for when it runs. */
final class PipelineNames implements Iterable<String> {

    static final String PLACEHOLDER = "@pipelines@";

    @Override
    public Iterator<String> iterator() {
        return List.of(PLACEHOLDER).iterator();
    }
}
