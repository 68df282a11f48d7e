package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A function or an operator that does not take the arguments that it is given. */
final class WrongArguments implements ErrorMapping {

    private static final Pattern TYPES = Pattern.compile(
            "Cannot apply '(?<name>.+?)' to arguments of type '(?<call>.*?)'\\."
                    + "(?: Supported form\\(s\\): (?<forms>.*))?",
            Pattern.DOTALL);
    private static final Pattern COUNT = Pattern.compile(
            "Invalid number of arguments to function '(?<name>.+?)'\\. Was expecting (?<count>\\d+) arguments");
    private static final Pattern SIGNATURE = Pattern.compile(
            "No match found for function signature (?<call>(?<name>[^(\\s]+)\\(.*?\\))\\.?"
                    + "(?:\\s+Supported signatures are:\\s+(?<forms>.*))?$",
            Pattern.DOTALL);
    private static final Pattern CALL =
            Pattern.compile("Invalid function call:\\s+(?<call>(?<name>[^(\\s]+)\\(.*\\))", Pattern.DOTALL);
    private static final Pattern EXPECTED = Pattern.compile("Expected signatures are:\\s+(?<forms>.*)", Pattern.DOTALL);

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return failure.deepestMatch(TYPES)
                .or(() -> failure.deepestMatch(SIGNATURE))
                .map(found -> call(failure.location(), found, forms(found.group("forms"))))
                .or(() -> failure.deepestMatch(COUNT).map(found -> count(failure.location(), found)))
                .or(() -> failure.deepestMatch(CALL)
                        .map(found -> call(
                                place(failure, found.group("name")),
                                found,
                                forms(failure.deepestMatch(EXPECTED)
                                        .map(expected -> expected.group("forms"))
                                        .orElse(null)))))
                .map(List::of);
    }

    private static Diagnostic call(SourceLocation location, Matcher found, Optional<String> forms) {
        if (found.group("name").equals("$SCALAR_QUERY")) {
            return Diagnostic.error(
                    DiagnosticCode.WRONG_ARGUMENTS,
                    location,
                    "a subquery that stands for a value gives more than one column",
                    "select one column in it");
        }
        return Diagnostic.error(
                DiagnosticCode.WRONG_ARGUMENTS,
                location,
                "'" + found.group("name") + "' does not take these arguments: " + readable(found.group("call")),
                forms.map(text -> "it takes " + text));
    }

    private static Diagnostic count(SourceLocation location, Matcher found) {
        int count = Integer.parseInt(found.group("count"));
        return Diagnostic.error(
                DiagnosticCode.WRONG_ARGUMENTS,
                location,
                "'" + found.group("name") + "' is given the wrong number of arguments",
                "it takes " + (count == 1 ? "1 argument" : count + " arguments"));
    }

    /** Each of Flink's lines is a signature, some of them quoted. */
    private static Optional<String> forms(String lines) {
        return Optional.ofNullable(lines)
                .map(text -> text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.replaceAll("^'|'$", ""))
                        .distinct()
                        .toList())
                .filter(forms -> !forms.isEmpty())
                .map(forms -> readable(String.join(" or ", forms)));
    }

    private static String readable(String types) {
        return types.replace("VARCHAR(2147483647)", "STRING")
                .replace(" *ROWTIME*", "")
                .replace(" *PROCTIME*", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Where a function is called first: Flink gives this kind of error no place. */
    private static SourceLocation place(FlinkFailure failure, String name) {
        List<SqlToken> tokens = failure.sql().statement().tokens();
        return IntStream.range(0, tokens.size() - 1)
                .filter(i -> tokens.get(i).value().equalsIgnoreCase(name)
                        && tokens.get(i + 1).isSymbol('('))
                .mapToObj(i ->
                        failure.sql().statement().source().locate(tokens.get(i).start()))
                .findFirst()
                .orElseGet(failure::location);
    }
}
