package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables, views and functions that a statement names too early: they are defined by itself or further down. */
final class EarlyNames {

    private static final String HINT = "statements run in the order of the descriptor's files, and of each file";

    private EarlyNames() {}

    /** What is wrong with naming a table or view that the session does not know; empty where no statement defines it. */
    static Optional<Diagnostic> table(FlinkFailure failure, KnownObjects known, String name) {
        Optional<String> own = Definitions.name(failure.sql());
        List<String> circle =
                own.map(view -> known.definitions().circle(view, name)).orElse(List.of());
        if (!circle.isEmpty()) {
            circle.forEach(known::fail);
            return Optional.of(circle(circle, failure.locationOf(name), known.definitions()));
        }
        return known.definitions()
                .placeOfTable(name)
                .map(definition -> early("'" + name + "'", failure.locationOf(name), definition));
    }

    /** The same for a function. */
    static Optional<Diagnostic> function(SourceLocation location, KnownObjects known, String name) {
        return known.definitions()
                .placeOfFunction(name)
                .map(definition -> early("the function '" + name + "'", location, definition));
    }

    private static Diagnostic circle(List<String> circle, SourceLocation location, Definitions definitions) {
        if (circle.size() == 2) {
            return Diagnostic.error(
                    DiagnosticCode.VIEW_CYCLE,
                    location,
                    "'" + circle.get(0) + "' reads itself",
                    "no other table or view of the pipeline has that name");
        }
        String others = IntStream.range(1, circle.size() - 1)
                .mapToObj(i -> "'" + circle.get(i) + "' reads '" + circle.get(i + 1) + "' at "
                        + definitions.placeOfReading(circle.get(i), circle.get(i + 1)))
                .collect(Collectors.joining(", "));
        return Diagnostic.error(
                DiagnosticCode.VIEW_CYCLE,
                location,
                "views read each other in a circle: " + String.join(" -> ", circle),
                others);
    }

    private static Diagnostic early(String what, SourceLocation location, SourceLocation definition) {
        return Diagnostic.error(
                DiagnosticCode.USED_BEFORE_DEFINITION, location, what + " is defined later, at " + definition, HINT);
    }
}
