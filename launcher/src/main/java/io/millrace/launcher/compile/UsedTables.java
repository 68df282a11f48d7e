package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.table.catalog.CatalogManager;
import org.apache.flink.table.catalog.ObjectIdentifier;

/** The tables that a program declares in a session, and what it does with each. */
final class UsedTables {

    private final PipelineProgram program;
    private final CatalogManager catalogs;

    UsedTables(PipelineProgram program, FlinkSession session) {
        this.program = program;
        this.catalogs = session.internal().getCatalogManager();
    }

    /** Those that Flink accepted, in the program's order. */
    List<DeclaredTable> all() {
        Set<String> read = read();
        Set<String> written = program.inserts().flatMap(UsedTables::name).collect(Collectors.toSet());
        return program.objects()
                .filter(sql -> sql.statement().kind() == StatementKind.CREATE_TABLE)
                .flatMap(sql -> table(sql, read, written).stream())
                .toList();
    }

    private Optional<DeclaredTable> table(EditedText sql, Set<String> read, Set<String> written) {
        return name(sql).findFirst().flatMap(name -> catalogs.getTable(
                        ObjectIdentifier.of(catalogs.getCurrentCatalog(), catalogs.getCurrentDatabase(), name))
                .map(table -> new DeclaredTable(
                        sql,
                        table.getTable().getOptions(),
                        table.getResolvedSchema(),
                        read.contains(name),
                        written.contains(name))));
    }

    private Set<String> read() {
        FlinkStatementAnalyzer analyzer = new FlinkStatementAnalyzer();
        return Stream.concat(program.objects(), program.inserts())
                .flatMap(sql -> analyzer.tablesRead(sql, new DiagnosticCollector()).stream())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> name(EditedText sql) {
        return sql.statement().name().map(SqlName::simple).stream();
    }
}
