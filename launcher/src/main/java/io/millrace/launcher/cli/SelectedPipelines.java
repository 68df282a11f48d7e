package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.dependency.Selection;
import io.millrace.launcher.compile.FlinkStatementAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Parameters;

/** The pipelines that a verb is about. */
final class SelectedPipelines {

    @Parameters(
            arity = "0..*",
            paramLabel = "PIPELINE",
            completionCandidates = PipelineNames.class,
            description = {
                "Pipelines by name, tag:x, owner:y, domain:z or changed-since:GIT-REF;"
                        + " a trailing + adds everything downstream.",
                "None means all."
            })
    private List<String> selectors = new ArrayList<>();

    /** Whether the user named none, so that all are meant. */
    boolean isEmpty() {
        return selectors.isEmpty();
    }

    /** The chosen names, none when nothing changed; ends the command when another selector matches nothing. */
    Set<String> of(PipelineCatalog catalog) {
        try {
            return new Selection(selectors, new GitChanges(catalog.root()))
                    .choose(catalog.project(), catalog.pipelines(), () -> catalog.graph(new FlinkStatementAnalyzer()));
        } catch (Selection.UnknownSelector e) {
            throw Pipelines.unknown(catalog, e.getMessage(), e.hint());
        }
    }
}
