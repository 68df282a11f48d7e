package io.millrace.catalog.validation;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.TableOptions;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.program.PipelineSources;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Options are changed only of tables that exist: in the pipeline, or anywhere for an environment's own. */
public final class TableOptionsRule implements ValidationRule {

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        Set<String> all = catalog.pipelines().stream()
                .flatMap(pipeline -> pipeline.tableNames().stream())
                .collect(Collectors.toSet());
        for (PipelineSources pipeline : catalog.pipelines()) {
            Consumer<Diagnostic> report = diagnostic -> findings.add(pipeline.name(), diagnostic);
            pipeline.descriptor()
                    .tablesEverywhere()
                    .forEach(tables -> check(tables, pipeline.tableNames(), "the pipeline", report));
        }
        for (Environment environment : catalog.project().environments().values()) {
            check(environment.tables(), all, "the catalog", findings::add);
        }
    }

    private static void check(
            List<TableOptions> tables, Collection<String> known, String where, Consumer<Diagnostic> report) {
        for (TableOptions table : tables) {
            if (!known.contains(table.table())) {
                report.accept(Diagnostic.error(
                        DiagnosticCode.UNKNOWN_TABLE_OVERRIDE,
                        table.location(),
                        where + " has no table '" + table.table() + "'",
                        NearestName.hint(table.table(), known).orElse("the table of a CREATE TABLE statement")));
            }
        }
    }
}
