package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.StatementKind;
import io.millrace.launcher.compile.FlinkStatementAnalyzer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A view or table of one pipeline that a user named.
 *
 * @param pipeline one that declares it and does not only write it
 * @param object its simple name
 */
record PeekTarget(String pipeline, String object) {

    private static final List<StatementKind> KINDS = List.of(StatementKind.CREATE_VIEW, StatementKind.CREATE_TABLE);

    /**
     * Finds what {@code VIEW} or {@code PIPELINE.VIEW} means; ends the command where that is nothing.
     *
     * @param within the only pipeline to look in; empty for all
     */
    static PeekTarget of(PipelineCatalog catalog, String text, Optional<String> within) {
        within.ifPresent(name -> Pipelines.requireKnown(catalog, name));
        int dot = text.indexOf('.');
        boolean qualified = dot > 0
                && within.isEmpty()
                && pipelines(catalog).contains(text.substring(0, dot))
                && declaring(catalog, pipelines(catalog), text).isEmpty();
        String object = qualified ? text.substring(dot + 1) : text;
        Set<String> scope =
                qualified ? Set.of(text.substring(0, dot)) : within.map(Set::of).orElseGet(() -> pipelines(catalog));
        return find(catalog, object, scope);
    }

    /** The statement that declares it, in a program of the pipeline. */
    EditedText definition(PipelineProgram program) {
        return program.objects()
                .filter(sql -> declares(sql.statement(), object))
                .findFirst()
                .orElseThrow();
    }

    private static PeekTarget find(PipelineCatalog catalog, String object, Set<String> scope) {
        Set<String> declaring = declaring(catalog, scope, object);
        if (declaring.isEmpty()) {
            throw unknown(catalog, object, scope);
        }
        List<String> readable = declaring.stream()
                .filter(name -> !isOnlyWritten(catalog, name, object))
                .toList();
        if (readable.isEmpty()) {
            throw onlyWritten(catalog, object, declaring);
        }
        String chosen = readable.stream()
                .filter(name -> catalog.program(name).isPresent())
                .findFirst()
                .orElse(readable.get(0));
        return new PeekTarget(chosen, object);
    }

    private static Set<String> pipelines(PipelineCatalog catalog) {
        return catalog.pipelines().stream()
                .map(pipeline -> pipeline.name().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> declaring(PipelineCatalog catalog, Set<String> scope, String object) {
        return scope.stream()
                .filter(name -> catalog.sources(name).statements().anyMatch(sql -> declares(sql, object)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean declares(SqlStatement statement, String object) {
        return KINDS.contains(statement.kind())
                && statement
                        .name()
                        .filter(name ->
                                name.simple().equals(object) || name.qualified().equals(object))
                        .isPresent();
    }

    private static boolean isOnlyWritten(PipelineCatalog catalog, String pipeline, String object) {
        return catalog.program(pipeline)
                .filter(program -> program.inserts().anyMatch(insert -> names(insert, object)))
                .filter(program -> Stream.concat(program.objects(), program.inserts())
                        .noneMatch(sql -> reads(sql).contains(object)))
                .isPresent();
    }

    private static boolean names(EditedText sql, String object) {
        return sql.statement()
                .name()
                .map(SqlName::simple)
                .filter(object::equals)
                .isPresent();
    }

    private static Set<String> reads(EditedText sql) {
        return new FlinkStatementAnalyzer().tablesRead(sql, new DiagnosticCollector());
    }

    private static CommandFailed onlyWritten(PipelineCatalog catalog, String object, Set<String> pipelines) {
        String behind = pipelines.stream()
                .flatMap(name -> catalog.program(name).stream())
                .flatMap(PipelineProgram::inserts)
                .filter(insert -> names(insert, object))
                .flatMap(insert -> reads(insert).stream())
                .distinct()
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
        return new CommandFailed(
                ExitCode.WRONG_USAGE,
                "'" + object + "' is only written by " + String.join(", ", pipelines)
                        + "; peek shows what a pipeline reads and computes"
                        + (behind.isEmpty() ? "" : ": what goes into it comes from " + behind));
    }

    private static CommandFailed unknown(PipelineCatalog catalog, String object, Set<String> scope) {
        Set<String> views = names(catalog, scope, StatementKind.CREATE_VIEW);
        Set<String> tables = names(catalog, scope, StatementKind.CREATE_TABLE);
        String where = scope.size() == 1 ? "pipeline '" + scope.iterator().next() + "' has" : "there is";
        String nearest = NearestName.of(
                        object, Stream.concat(views.stream(), tables.stream()).toList())
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
        return new CommandFailed(
                ExitCode.WRONG_USAGE,
                where + " no view or table '" + object + "'" + nearest + list("\nviews:  ", views)
                        + list("\ntables: ", tables));
    }

    private static String list(String title, Set<String> names) {
        return names.isEmpty() ? "" : title + String.join(", ", names);
    }

    private static Set<String> names(PipelineCatalog catalog, Set<String> scope, StatementKind kind) {
        return scope.stream()
                .flatMap(name -> catalog.sources(name).statements(kind))
                .flatMap(statement -> statement.name().stream())
                .map(SqlName::simple)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
