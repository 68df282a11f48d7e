package io.millrace.catalog.validation;

import io.millrace.catalog.descriptor.Stage;
import io.millrace.catalog.descriptor.TableExpectations;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.CheckedTable;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows are expected of tables of 'ingest' and views of 'transform', which the pipeline reads and does not write. */
public final class CheckedTableRule implements ValidationRule {

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        for (PipelineSources pipeline : catalog.pipelines()) {
            for (TableExpectations expected : pipeline.descriptor().expectations()) {
                check(pipeline, expected).ifPresent(diagnostic -> findings.add(pipeline.name(), diagnostic));
            }
        }
    }

    private static Optional<Diagnostic> check(PipelineSources pipeline, TableExpectations expected) {
        String table = expected.table().value();
        SourceLocation location = expected.table().location();
        if (pipeline.checkable(table).isEmpty()) {
            return Optional.of(unknown(pipeline, table, location));
        }
        if (declares(pipeline.statements(StatementKind.INSERT), table)) {
            return Optional.of(Diagnostic.error(
                    DiagnosticCode.NOTHING_TO_CHECK,
                    location,
                    "'" + table + "' is written by this pipeline, so its rows are not checked where it is read",
                    "check the rows of a view that the INSERT reads"));
        }
        if (declares(pipeline.statements().filter(any -> any.kind() != StatementKind.INSERT), unchecked(table))) {
            return Optional.of(Diagnostic.error(
                    DiagnosticCode.DUPLICATE_DEFINITION,
                    location,
                    "'" + unchecked(table) + "' is defined in the pipeline, but it is to hold all rows of '" + table
                            + "'",
                    "rename the other one"));
        }
        return Optional.empty();
    }

    private static Diagnostic unknown(PipelineSources pipeline, String table, SourceLocation location) {
        if (declares(pipeline.statements(StatementKind.CREATE_TABLE), table)) {
            return Diagnostic.error(
                    DiagnosticCode.NOTHING_TO_CHECK,
                    location,
                    "'" + table + "' is a table of 'sink': rows are checked where they are read",
                    "name a table of 'ingest' or a view of 'transform'");
        }
        List<String> known = pipeline.scripts().stream()
                .filter(script -> script.stage() != Stage.SINK)
                .flatMap(script -> script.script().statements().stream())
                .filter(statement -> statement.kind() != StatementKind.CREATE_FUNCTION)
                .flatMap(statement -> statement.name().stream())
                .map(SqlName::simple)
                .toList();
        return Diagnostic.error(
                DiagnosticCode.NOTHING_TO_CHECK,
                location,
                "the pipeline has no table or view '" + table + "' to check",
                NearestName.hint(table, known).orElse("name a table of 'ingest' or a view of 'transform'"));
    }

    private static boolean declares(Stream<SqlStatement> statements, String name) {
        return statements.flatMap(statement -> statement.name().stream()).anyMatch(declared -> declared.simple()
                .equals(name));
    }

    private static String unchecked(String table) {
        return table + CheckedTable.SUFFIX;
    }
}
