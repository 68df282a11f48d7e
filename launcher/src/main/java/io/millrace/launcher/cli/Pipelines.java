package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.NearestName;
import java.util.List;
import java.util.Optional;

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
            throw unknown(catalog, "there is no pipeline '" + name + "'", NearestName.hint(name, known));
        }
    }

    /** Where a name is not to be found, with the problems of the files that could not be read: it may stand there. */
    static CommandFailed unknown(PipelineCatalog catalog, String message, Optional<String> hint) {
        List<Diagnostic> unread =
                catalog.problems(List.of()).stream().filter(Diagnostic::isError).toList();
        String text = message + hint.map(near -> "; " + near).orElse("");
        return new CommandFailed(unread.isEmpty() ? ExitCode.WRONG_USAGE : ExitCode.INVALID_CATALOG, text, unread);
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
