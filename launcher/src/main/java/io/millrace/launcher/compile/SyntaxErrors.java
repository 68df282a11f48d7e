package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.flink.table.api.SqlParserException;

/** Text that is not Flink SQL: the parser's list of every token it would have taken becomes a short one, or none. */
final class SyntaxErrors implements ErrorMapping {

    private static final int LONGEST_LIST = 6;
    private static final int SHORTEST_KEYWORD = 4;
    private static final Pattern UNEXPECTED = Pattern.compile("^Encountered \"(.*?)\" at line", Pattern.DOTALL);
    private static final Pattern RESERVED = Pattern.compile("^Incorrect syntax near the keyword '(.*?)' at line");
    private static final Pattern BAD_CHARACTER = Pattern.compile("Lexical error at.*Encountered: \"(.*?)\" \\(");

    /** What other dialects write, as the parser shows it. */
    private static final Map<String, String> HABITS = Map.of(
            "=", "equality is one '='",
            "\\\"", "names stand in backticks, texts in single quotes");

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return failure.deepest(SqlParserException.class).isPresent()
                        && failure.deepest(SqlParseException.class).isPresent()
                ? Optional.of(diagnose(failure))
                : Optional.empty();
    }

    /** The diagnostics of a failure that is known to be one of the parser. */
    static List<Diagnostic> diagnose(FlinkFailure failure) {
        SourceLocation location = failure.location();
        Optional<SqlParseException> error = failure.deepest(SqlParseException.class);
        String text = error.map(Throwable::getMessage).orElse(failure.error().getMessage());
        List<String> expected = error.map(SyntaxErrors::expected).orElse(List.of());
        Matcher unexpected = UNEXPECTED.matcher(text);
        if (unexpected.find()) {
            return List.of(unexpected(failure, unexpected.group(1).strip(), expected));
        }
        Matcher reserved = RESERVED.matcher(text);
        if (reserved.find()) {
            return List.of(reserved(failure, reserved.group(1)));
        }
        Matcher character = BAD_CHARACTER.matcher(text.replace('\n', ' '));
        if (character.find()) {
            String message = "the character '" + character.group(1) + "' does not belong here";
            return List.of(Diagnostic.error(DiagnosticCode.SQL_SYNTAX, location, message));
        }
        return List.of(Diagnostic.error(DiagnosticCode.SQL_SYNTAX, location, FlinkMessages.line(text)));
    }

    private static Diagnostic unexpected(FlinkFailure failure, String encountered, List<String> expected) {
        SourceLocation location = failure.location();
        if (encountered.equals("<EOF>")) {
            return error(location, "the statement ends too early" + list(expected), Optional.empty());
        }
        String token = encountered.equals("\\'") ? "'" : encountered;
        String first = token.split("\\s", 2)[0];
        if (HABITS.containsKey(first)) {
            return error(location, "unexpected '" + first.replace("\\", "") + "'", Optional.of(HABITS.get(first)));
        }
        boolean nameWanted = expected.contains("a name") && WORD.matcher(first).matches();
        Optional<String> hint = nameWanted
                ? Optional.of("if it is meant as a name, write it in backticks: `" + first + "`")
                : misspelt(failure, location, first, expected);
        return error(
                location, "unexpected " + (token.equals("'") ? "quote" : "'" + token + "'") + list(expected), hint);
    }

    private static Diagnostic reserved(FlinkFailure failure, String keyword) {
        SourceLocation location = failure.location();
        String hint = before(failure, location).equals(Optional.of(","))
                ? "the comma before it may be one too many"
                : "if it is meant as a name, write it in backticks: `" + keyword.strip() + "`";
        return error(location, "unexpected keyword '" + keyword.strip() + "'", Optional.of(hint));
    }

    /** Flink takes a misspelt keyword for an alias, as in SELECT a FORM t, and stumbles over the word behind it. */
    private static Optional<String> misspelt(
            FlinkFailure failure, SourceLocation location, String word, List<String> expected) {
        List<String> keywords =
                expected.stream().filter(name -> WORD.matcher(name).matches()).toList();
        return before(failure, location)
                .flatMap(text -> nearest(text, keywords))
                .or(() -> nearest(word, keywords));
    }

    private static Optional<String> before(FlinkFailure failure, SourceLocation location) {
        return failure.sql().statement().tokens().stream()
                .takeWhile(token ->
                        failure.sql().statement().source().locate(token.start()).compareTo(location) < 0)
                .reduce((earlier, later) -> later)
                .map(SqlToken::text);
    }

    private static Optional<String> nearest(String word, List<String> keywords) {
        if (word.length() < SHORTEST_KEYWORD || !WORD.matcher(word).matches()) {
            return Optional.empty();
        }
        return NearestName.of(word, keywords)
                .filter(keyword -> !keyword.equalsIgnoreCase(word))
                .map(keyword -> "did you mean " + keyword + " instead of '" + word + "'?");
    }

    private static String list(List<String> expected) {
        if (expected.isEmpty() || expected.size() > LONGEST_LIST) {
            return "";
        }
        return "; expected " + String.join(", ", expected);
    }

    /** Token names without the grammar's quotes; all its kinds of identifier are one thing to a user. */
    private static List<String> expected(SqlParseException error) {
        return error.getExpectedTokenNames().stream()
                .map(name -> name.contains("IDENTIFIER") ? "a name" : name.replace("\"", ""))
                .map(name -> name.equals("<EOF>") ? "the end of the statement" : name)
                .distinct()
                .collect(Collectors.toList());
    }

    private static Diagnostic error(SourceLocation location, String message, Optional<String> hint) {
        Diagnostic plain = Diagnostic.error(DiagnosticCode.SQL_SYNTAX, location, message);
        return hint.map(text -> Diagnostic.error(DiagnosticCode.SQL_SYNTAX, location, message, text))
                .orElse(plain);
    }
}
