package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** Says what Flink threw as diagnostics in the user's file, without any known secret in them. */
final class FlinkErrors {

    /** The most specific first; the last one takes everything. */
    private static final List<ErrorMapping> MAPPINGS = List.of(
            new DeepNesting(),
            new SyntaxErrors(),
            new ConnectorErrors(),
            new InvalidDefinitions(),
            new WrongColumnCounts(),
            new ColumnTypeMismatches(),
            new UnacceptedUpdates(),
            new UnknownTables(),
            new UnknownColumns(),
            new AmbiguousColumns(),
            new UnknownFunctions(),
            new WrongArguments(),
            new MissingTimeAttributes(),
            new InvalidHints(),
            new InvalidStatements());

    private final Redaction redaction;

    FlinkErrors(Redaction redaction) {
        this.redaction = redaction;
    }

    /** Empty where the failure only follows from one that was reported before. */
    List<Diagnostic> diagnose(FlinkFailure failure, KnownObjects known) {
        return MAPPINGS.stream()
                .map(mapping -> mapping.map(failure, known))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .stream()
                .map(this::redacted)
                .toList();
    }

    private Diagnostic redacted(Diagnostic diagnostic) {
        return new Diagnostic(
                diagnostic.code(),
                diagnostic.severity(),
                diagnostic.location(),
                redaction.redact(diagnostic.message()),
                diagnostic.hint().map(redaction::redact));
    }
}
