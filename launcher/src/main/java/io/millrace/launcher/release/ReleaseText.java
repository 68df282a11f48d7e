package io.millrace.launcher.release;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep;
import io.millrace.catalog.program.ProgramStep.CreateObject;
import io.millrace.catalog.program.ProgramStep.InsertGroup;
import io.millrace.catalog.program.ProgramStep.SetOption;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlLexer;
import io.millrace.catalog.script.SqlSplitter;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.SqlToken.Kind;
import io.millrace.catalog.script.StatementKind;
import io.millrace.catalog.settings.Resolved;
import io.millrace.launcher.report.SqlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text that a release keeps of a program, and the program that it is the text of. */
public final class ReleaseText {

    private ReleaseText() {}

    /** The text, with secrets as placeholders. */
    public static String of(PipelineProgram program) {
        return SqlText.of(program, List.of(), false);
    }

    /** The program of a text; what is wrong with it is located in a file of the given name. */
    public static PipelineProgram program(String pipeline, Mode mode, String text, String file) {
        List<ProgramStep> steps = new ArrayList<>();
        List<EditedText> inserts = new ArrayList<>();
        SourceText source = new SourceText(file, text);
        for (SqlStatement statement :
                SqlSplitter.split(source, new DiagnosticCollector()).statements()) {
            EditedText sql = EditedText.of(statement, List.of());
            if (statement.kind() == StatementKind.INSERT) {
                inserts.add(sql);
            } else if (statement.tokens().get(0).isWord("SET")) {
                steps.add(option(statement));
            } else {
                steps.add(new CreateObject(sql));
            }
        }
        steps.removeIf(step -> step instanceof SetOption option && option.key().equals("pipeline.name"));
        steps.add(new InsertGroup(List.copyOf(inserts)));
        return new PipelineProgram(pipeline, SourceLocation.ofFile(file), mode, List.copyOf(steps));
    }

    /**
     * Tells whether two programs make the same release: a SHA-256 over mode, text without comments and layout, and the
     * project's jars.
     */
    public static String fingerprint(PipelineProgram program, List<ReleasedJar> jars) {
        String text = tokens(of(program)).stream().map(SqlToken::text).collect(Collectors.joining("\n"));
        String contents = jars.stream().map(ReleasedJar::content).collect(Collectors.joining("\n"));
        return Sha256.hex(
                String.join("\n\n", program.mode().name(), text, contents).getBytes(StandardCharsets.UTF_8));
    }

    private static List<SqlToken> tokens(String text) {
        return SqlLexer.tokens(new SourceText("", text), new DiagnosticCollector());
    }

    private static SetOption option(SqlStatement statement) {
        List<String> values = statement.tokens().stream()
                .filter(token -> token.kind() == Kind.STRING)
                .map(SqlToken::value)
                .toList();
        return new SetOption(
                values.get(0),
                new Resolved<>(values.get(1), Resolved.Layer.PIPELINE, Optional.of(statement.location())));
    }
}
