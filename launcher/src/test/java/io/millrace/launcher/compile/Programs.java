package io.millrace.launcher.compile;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import io.millrace.catalog.settings.Resolved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds programs from SQL texts; its lexer knows as much of SQL as the tests use. */
public final class Programs {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<string>'(?:[^']|'')*')|(?<quoted>`[^`]*`)"
                    + "|(?<word>[A-Za-z_$][A-Za-z0-9_$]*)|(?<comment>--[^\n]*)|(?<hint>/\\*\\+.*?\\*/)|(?<number>\\d+(?:\\.\\d+)?)|(?<symbol>[^\\s])");

    private Programs() {}

    /** A streaming program of one script, {@code test.sql}. */
    public static PipelineProgram streaming(String sql) {
        return program("test", Mode.STREAMING, Map.of(), sql);
    }

    /** A program of one script. */
    public static PipelineProgram program(String name, Mode mode, Map<String, String> options, String sql) {
        List<ProgramStep> steps = new ArrayList<>();
        new LinkedHashMap<>(options)
                .forEach((key, value) -> steps.add(new ProgramStep.SetOption(
                        key,
                        new Resolved<>(
                                value,
                                Resolved.Layer.PIPELINE,
                                Optional.of(new SourceLocation("pipelines/" + name + ".yaml", 5, 3))))));
        List<EditedText> inserts = new ArrayList<>();
        for (EditedText statement : statements("test.sql", sql)) {
            if (statement.statement().kind() == StatementKind.INSERT) {
                inserts.add(statement);
            } else {
                steps.add(new ProgramStep.CreateObject(statement));
            }
        }
        steps.add(new ProgramStep.InsertGroup(inserts));
        return new PipelineProgram(
                name, new SourceLocation("pipelines/" + name + ".yaml", 1, 11), mode, List.copyOf(steps));
    }

    /** The same program with another step in front. */
    public static PipelineProgram with(PipelineProgram program, ProgramStep first) {
        List<ProgramStep> steps = new ArrayList<>(program.steps());
        steps.add(0, first);
        return new PipelineProgram(program.pipeline(), program.location(), program.mode(), steps);
    }

    /** One statement without edits. */
    public static EditedText statement(String sql) {
        return statements("test.sql", sql).get(0);
    }

    /** The statements of a script; <code>${long}</code> is replaced by a text that is longer than itself. */
    static List<EditedText> statements(String file, String sql) {
        SourceText source = new SourceText(file, sql);
        List<EditedText> statements = new ArrayList<>();
        List<SqlToken> tokens = new ArrayList<>();
        for (SqlToken token : tokens(source.content())) {
            if (token.isSymbol(';')) {
                statements.add(edited(source, List.copyOf(tokens)));
                tokens.clear();
            } else {
                tokens.add(token);
            }
        }
        if (!tokens.isEmpty()) {
            statements.add(edited(source, List.copyOf(tokens)));
        }
        return statements;
    }

    private static EditedText edited(SourceText source, List<SqlToken> tokens) {
        List<EditedText.Edit> edits = new ArrayList<>();
        for (SqlToken token : tokens) {
            int at = token.text().indexOf("${long}");
            if (at >= 0) {
                int start = token.start() + at;
                edits.add(new EditedText.Edit(start, start + "${long}".length(), "a much longer replacement"));
            }
        }
        return EditedText.of(new SqlStatement(source, tokens, kind(tokens), name(tokens)), edits);
    }

    private static StatementKind kind(List<SqlToken> tokens) {
        if (tokens.get(0).isWord("INSERT")) {
            return StatementKind.INSERT;
        }
        if (tokens.get(0).isWord("CREATE")) {
            int object = objectKeyword(tokens);
            return StatementKind.valueOf("CREATE_" + tokens.get(object).text().toUpperCase(java.util.Locale.ROOT));
        }
        return StatementKind.OTHER;
    }

    private static int objectKeyword(List<SqlToken> tokens) {
        int at = 1;
        while (!List.of("TABLE", "VIEW", "FUNCTION").contains(tokens.get(at).text())) {
            at++;
        }
        return at;
    }

    private static Optional<SqlName> name(List<SqlToken> tokens) {
        int at = tokens.get(0).isWord("INSERT") ? 2 : tokens.get(0).isWord("CREATE") ? objectKeyword(tokens) + 1 : -1;
        return at < 0 || at >= tokens.size()
                ? Optional.empty()
                : Optional.of(new SqlName(
                        List.of(tokens.get(at).value()), tokens.get(at).start()));
    }

    private static List<SqlToken> tokens(String text) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            SqlToken.Kind kind = kind(matcher);
            if (kind != null) {
                tokens.add(new SqlToken(kind, matcher.start(), matcher.end(), matcher.group()));
            }
        }
        return tokens;
    }

    private static SqlToken.Kind kind(Matcher matcher) {
        if (matcher.group("hint") != null) {
            return SqlToken.Kind.HINT;
        }
        if (matcher.group().startsWith("--")) {
            return null;
        }
        return matcher.group("string") != null
                ? SqlToken.Kind.STRING
                : matcher.group("quoted") != null
                        ? SqlToken.Kind.QUOTED_IDENTIFIER
                        : matcher.group("word") != null
                                ? SqlToken.Kind.WORD
                                : matcher.group("number") != null ? SqlToken.Kind.NUMBER : SqlToken.Kind.SYMBOL;
    }
}
