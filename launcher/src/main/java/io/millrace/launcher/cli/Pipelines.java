package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.NearestName;
import java.util.List;

/** Looks up pipelines by the names that users type. */
final class Pipelines {

    private Pipelines() {}

    /** Ends the command when the catalog has no pipeline of that name. */
    static void requireKnown(PipelineCatalog catalog, String name) {
        List<String> known = catalog.pipelines().stream()
                .map(pipeline -> pipeline.name().value())
                .toList();
        if (!known.contains(name)) {
            String hint = NearestName.hint(name, known).map(text -> "; " + text).orElse("");
            throw new CommandFailed(ExitCode.WRONG_USAGE, "there is no pipeline '" + name + "'" + hint);
        }
    }
}
