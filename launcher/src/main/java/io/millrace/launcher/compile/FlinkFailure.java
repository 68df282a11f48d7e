package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParseException;

/**
 * What Flink threw at a statement, and where in the user's file that points to.
 *
 * @param sql the statement as given to Flink
 * @param error what came back, wrappers included
 * @param redaction knows the secrets that may stand in its messages
 */
record FlinkFailure(EditedText sql, Throwable error, Redaction redaction) {

    private static final Pattern PLACE_IN_MESSAGE = Pattern.compile("at line (\\d+), column (\\d+)");
    private static final int LONGEST_CHAIN = 32;

    /** The error and its causes, the outermost first. */
    Stream<Throwable> chain() {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST_CHAIN);
    }

    /** The innermost message that a pattern is found in, unredacted: for taking names out of it. */
    Optional<Matcher> deepestMatch(Pattern pattern) {
        return chain().map(Throwable::getMessage)
                .filter(message -> message != null)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .reduce((outer, inner) -> inner);
    }

    /** What Flink says about it, in one line without secrets. */
    String summary() {
        return FlinkMessages.summary(error, redaction);
    }

    /** The innermost throwable of a type. */
    <T> Optional<T> deepest(Class<T> type) {
        return chain().filter(type::isInstance).map(type::cast).reduce((outer, inner) -> inner);
    }

    /** The reported place, or the start of the statement where Flink reported none. */
    SourceLocation location() {
        return offset().map(sql::locate).orElse(sql.statement().location());
    }

    /**
     * The place of an identifier that the error names. Calcite points to the part of a qualified name that it cannot
     * resolve (the column in {@code o.amont}), Flink's own checks to a clause around it or to nothing: then the
     * identifier is looked up behind that place, or from the start of the statement.
     */
    SourceLocation locationOf(String identifier) {
        Optional<Integer> reported = offset();
        if (reported.isPresent() && standsAt(identifier, reported.get())) {
            return sql.locate(reported.get());
        }
        List<SourceLocation> places = sql.statement().tokens().stream()
                .filter(token -> isIdentifier(token) && token.value().equals(identifier))
                .map(token -> sql.statement().source().locate(token.start()))
                .toList();
        SourceLocation from = location();
        return places.stream()
                .filter(place -> place.compareTo(from) >= 0)
                .findFirst()
                .or(() -> places.stream().findFirst())
                .orElse(from);
    }

    private boolean standsAt(String identifier, int offset) {
        String text = sql.text();
        return text.startsWith(identifier, offset) || text.startsWith("`" + identifier, offset);
    }

    private static boolean isIdentifier(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }

    /** Offset in the edited text, from the innermost exception that carries a position. */
    private Optional<Integer> offset() {
        return deepest(CalciteContextException.class)
                .flatMap(e -> offset(e.getPosLine(), e.getPosColumn()))
                .or(() -> deepest(SqlParseException.class)
                        .filter(e -> e.getPos() != null)
                        .flatMap(e -> offset(e.getPos().getLineNum(), e.getPos().getColumnNum())))
                .or(this::offsetInMessage);
    }

    private Optional<Integer> offsetInMessage() {
        return deepestMatch(PLACE_IN_MESSAGE)
                .flatMap(found -> offset(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
    }

    /** Empty for Calcite's position zero, which nodes have that the planner made up itself. */
    private Optional<Integer> offset(int line, int column) {
        return line < 1 || column < 1
                ? Optional.empty()
                : Optional.of(new SourceText("", sql.text()).offset(line, column));
    }
}
