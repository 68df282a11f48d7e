package io.millrace.catalog.validation;

import io.millrace.catalog.descriptor.FunctionRef;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A pipeline defines a name once, and files that define one table agree about it. */
public final class DefinitionRule implements ValidationRule {

    private static final Set<StatementKind> DEFINITIONS =
            Set.of(StatementKind.CREATE_TABLE, StatementKind.CREATE_VIEW, StatementKind.CREATE_FUNCTION);

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        Map<String, SqlStatement> tables = new HashMap<>();
        for (PipelineSources pipeline : catalog.pipelines()) {
            Map<String, SourceLocation> own = new HashMap<>();
            for (FunctionRef function : pipeline.descriptor().functions()) {
                checkOnce(pipeline.name(), own, Kind.FUNCTION, function.name(), function.location(), findings);
            }
            pipeline.statements()
                    .filter(statement -> DEFINITIONS.contains(statement.kind()))
                    .forEach(statement -> statement.name().ifPresent(name -> {
                        SourceLocation location = statement.source().locate(name.start());
                        checkOnce(pipeline.name(), own, Kind.of(statement), name.qualified(), location, findings);
                        if (statement.kind() == StatementKind.CREATE_TABLE) {
                            checkAgreement(pipeline.name(), tables, name, statement, findings);
                        }
                    }));
        }
    }

    private static void checkOnce(
            String pipeline,
            Map<String, SourceLocation> own,
            Kind kind,
            String name,
            SourceLocation location,
            Findings findings) {
        SourceLocation first = own.putIfAbsent(kind.key(name), location);
        if (first != null) {
            findings.add(
                    pipeline,
                    Diagnostic.error(
                            DiagnosticCode.DUPLICATE_DEFINITION,
                            location,
                            kind.label + "'" + name + "' is defined twice in the pipeline '" + pipeline + "'",
                            "the first definition is at " + first));
        }
    }

    private static void checkAgreement(
            String pipeline,
            Map<String, SqlStatement> tables,
            SqlName name,
            SqlStatement statement,
            Findings findings) {
        SqlStatement first = tables.putIfAbsent(name.qualified(), statement);
        boolean otherFile = first != null
                && !first.source().file().equals(statement.source().file());
        if (otherFile && !words(first).equals(words(statement))) {
            findings.add(
                    pipeline,
                    Diagnostic.error(
                            DiagnosticCode.CONFLICTING_DEFINITION,
                            statement.source().locate(name.start()),
                            "the table '" + name.qualified() + "' is defined differently in another file",
                            "the other definition is at " + first.location() + "; share one file, or rename one"));
        }
    }

    private static List<String> words(SqlStatement statement) {
        return statement.tokens().stream().map(SqlToken::text).collect(Collectors.toList());
    }

    /** Tables and views share their names; functions have names of their own, in any case. */
    private enum Kind {
        RELATION(""),
        FUNCTION("the function ");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        static Kind of(SqlStatement statement) {
            return statement.kind() == StatementKind.CREATE_FUNCTION ? FUNCTION : RELATION;
        }

        String key(String name) {
            return label + (this == FUNCTION ? name.toLowerCase(Locale.ROOT) : name);
        }
    }
}
