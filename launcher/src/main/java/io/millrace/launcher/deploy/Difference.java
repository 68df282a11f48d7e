package io.millrace.launcher.deploy;

import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.DeclaredOptions;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.StatementKind;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseText;
import io.millrace.launcher.release.ReleasedJar;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes a program another than the release that runs. */
public enum Difference {
    SQL("SQL"),
    SETTINGS("settings"),
    FUNCTIONS("functions"),
    CONNECTOR_OPTIONS("connector options"),
    JARS("jars");

    private final String label;

    Difference(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }

    static Set<Difference> between(Release before, PipelineProgram after, List<ReleasedJar> jars) {
        PipelineProgram old = program(before.pipeline(), before, before.sql());
        // Both were texts once, so that functions are statements in both.
        PipelineProgram next = program(before.pipeline(), before, ReleaseText.of(after));
        Set<Difference> found = EnumSet.noneOf(Difference.class);
        add(found, SETTINGS, old.settings(), next.settings());
        add(found, FUNCTIONS, functions(old), functions(next));
        add(found, CONNECTOR_OPTIONS, options(old), options(next));
        add(found, SQL, statements(old), statements(next));
        add(found, JARS, contents(before.jars()), contents(jars));
        return found;
    }

    private static void add(Set<Difference> found, Difference difference, Object before, Object after) {
        if (!before.equals(after)) {
            found.add(difference);
        }
    }

    private static PipelineProgram program(String pipeline, Release release, String text) {
        return ReleaseText.program(pipeline, release.mode(), text, "");
    }

    private static Set<List<String>> functions(PipelineProgram program) {
        return program.objects()
                .filter(sql -> sql.statement().kind() == StatementKind.CREATE_FUNCTION)
                .map(Difference::tokens)
                .collect(Collectors.toSet());
    }

    private static Map<String, Map<String, String>> options(PipelineProgram program) {
        return program.objects()
                .filter(sql -> sql.statement().kind() == StatementKind.CREATE_TABLE)
                .collect(Collectors.toMap(
                        sql -> sql.statement().name().orElseThrow().qualified(),
                        sql -> DeclaredOptions.of(sql).all().stream()
                                .collect(Collectors.toMap(
                                        option -> option.key().value(),
                                        option -> option.value().value(),
                                        (one, other) -> other)),
                        (one, other) -> other));
    }

    private static List<List<String>> statements(PipelineProgram program) {
        return Stream.concat(program.objects(), program.inserts())
                .filter(sql -> sql.statement().kind() != StatementKind.CREATE_FUNCTION)
                .map(Difference::withoutOptions)
                .toList();
    }

    private static List<String> withoutOptions(EditedText sql) {
        List<String> tokens = tokens(sql);
        if (sql.statement().kind() != StatementKind.CREATE_TABLE) {
            return tokens;
        }
        int with = tokens.lastIndexOf("WITH");
        return with < 0 ? tokens : tokens.subList(0, with);
    }

    private static List<String> tokens(EditedText sql) {
        return sql.statement().tokens().stream()
                .map(token -> token.isWord("WITH") ? "WITH" : token.text())
                .toList();
    }

    private static Set<String> contents(List<ReleasedJar> jars) {
        return jars.stream().map(ReleasedJar::content).collect(Collectors.toSet());
    }
}
