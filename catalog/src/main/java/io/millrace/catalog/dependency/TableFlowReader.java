package io.millrace.catalog.dependency;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.StatementAnalyzer;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.StatementKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which tables a program reads and writes. */
public final class TableFlowReader {

    private final StatementAnalyzer analyzer;

    public TableFlowReader(StatementAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Statements that do not parse count as reading nothing: compiling reports them. */
    public TableFlow read(PipelineProgram program) {
        Set<String> declared = program.objects()
                .filter(object -> object.statement().kind() == StatementKind.CREATE_TABLE)
                .flatMap(TableFlowReader::name)
                .collect(Collectors.toSet());
        List<EditedText> queries = Stream.concat(
                        program.objects().filter(object -> object.statement().kind() == StatementKind.CREATE_VIEW),
                        program.inserts())
                .toList();
        Set<String> reads = new HashSet<>();
        DiagnosticCollector ignored = new DiagnosticCollector();
        queries.forEach(query -> reads.addAll(analyzer.tablesRead(query, ignored)));
        reads.retainAll(declared);
        Set<String> writes = program.inserts().flatMap(TableFlowReader::name).collect(Collectors.toSet());
        return new TableFlow(reads.stream().map(program::checked).collect(Collectors.toSet()), Set.copyOf(writes));
    }

    private static Stream<String> name(EditedText text) {
        return text.statement().name().map(SqlName::qualified).stream();
    }
}
