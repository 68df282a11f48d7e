package io.millrace.catalog.validation;

import io.millrace.catalog.dependency.PipelineGraph;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.program.PipelineProgram;
import java.util.List;
import java.util.Map;

/** Pipelines do not feed each other in a circle. It is apart from the other rules because it needs a SQL parser. */
public final class CycleRule {

    private CycleRule() {}

    public static void check(PipelineGraph graph, Map<String, PipelineProgram> programs, Findings findings) {
        for (List<String> cycle : graph.cycles()) {
            String first = cycle.get(0);
            findings.add(
                    first,
                    Diagnostic.error(
                            DiagnosticCode.DEPENDENCY_CYCLE,
                            programs.get(first).location(),
                            "pipelines feed each other in a circle: " + String.join(" -> ", cycle),
                            "none of them could be started first"));
        }
    }
}
