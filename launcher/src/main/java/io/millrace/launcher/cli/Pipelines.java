package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.NearestName;
import java.util.List;

/** What verbs ask of the pipelines and the environment that users name. */
final class Pipelines {

    private Pipelines() {}

    /** Whether the catalog has a pipeline of that name. */
    static boolean isKnown(PipelineCatalog catalog, String name) {
        return catalog.pipelines().stream()
                .anyMatch(pipeline -> pipeline.name().value().equals(name));
    }

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

    /** Ends the command when pipelines cannot run in the chosen environment. */
    static void requireEmbedded(PipelineCatalog catalog) {
        if (!catalog.environment().embedded()) {
            throw new CommandFailed(
                    ExitCode.WRONG_USAGE,
                    "the environment '" + catalog.environment().name() + "' has no 'target: embedded' to run in");
        }
    }
}
