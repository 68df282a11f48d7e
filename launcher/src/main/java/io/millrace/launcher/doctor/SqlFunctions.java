package io.millrace.launcher.doctor;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The functions that pipelines declare, in descriptors and by CREATE FUNCTION. */
final class SqlFunctions {

    private SqlFunctions() {}

    /** A function's SQL name, its class, and where the class is named. */
    record Declared(String name, String className, SourceLocation place) {}

    static List<Declared> of(List<PipelineProgram> programs) {
        return programs.stream().flatMap(SqlFunctions::of).distinct().toList();
    }

    private static Stream<Declared> of(PipelineProgram program) {
        return Stream.concat(
                program.functions()
                        .map(function -> new Declared(function.name(), function.className(), function.location())),
                program.objects()
                        .filter(sql -> sql.statement().kind() == StatementKind.CREATE_FUNCTION)
                        .flatMap(SqlFunctions::declared));
    }

    /** None for Python, whose functions are no classes. */
    private static Stream<Declared> declared(EditedText sql) {
        List<SqlToken> tokens = sql.statement().tokens();
        if (tokens.stream().anyMatch(token -> token.isWord("PYTHON"))) {
            return Stream.empty();
        }
        String name = sql.statement().name().map(SqlName::simple).orElse("");
        return IntStream.range(1, tokens.size())
                .filter(i -> tokens.get(i).kind() == SqlToken.Kind.STRING
                        && tokens.get(i - 1).isWord("AS"))
                .mapToObj(tokens::get)
                .map(token -> new Declared(
                        name, token.value(), sql.statement().source().locate(token.start())));
    }
}
