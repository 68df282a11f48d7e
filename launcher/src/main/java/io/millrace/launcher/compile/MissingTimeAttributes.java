package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.utils.LogicalTypeChecks;

/** A plain column where a window, OVER, MATCH_RECOGNIZE or a sort needs a time attribute; Flink names none. */
final class MissingTimeAttributes implements ErrorMapping {

    private static final List<Need> NEEDS = List.of(
            new Need("The window function.*requires the timecol", "DESCRIPTOR", "a window"),
            new Need("Window aggregate can only be defined over a time attribute", "TUMBLE|HOP|SESSION", "a window"),
            new Need("OVER windows' ordering in stream mode must be", "OVER", "OVER"),
            new Need("You must specify either rowtime or proctime for order by", "MATCH_RECOGNIZE", "MATCH_RECOGNIZE"),
            new Need("Sort on a non-time-attribute field", "ORDER", "an endless sort"));

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return NEEDS.stream()
                .filter(need -> failure.deepestMatch(need.message()).isPresent())
                .findFirst()
                .flatMap(need -> used(failure, known, need))
                .map(List::of);
    }

    private static Optional<Diagnostic> used(FlinkFailure failure, KnownObjects known, Need need) {
        List<Use> uses = known.withViews(failure.sql()).stream()
                .flatMap(sql -> need.columns(sql).map(column -> new Use(sql, column)))
                .toList();
        return uses.stream()
                .filter(use -> !use.types(known).anyMatch(LogicalTypeChecks::isTimeAttribute))
                .findFirst()
                .or(() -> uses.stream().findFirst())
                .map(use -> diagnose(use, known, need));
    }

    private static Diagnostic diagnose(Use use, KnownObjects known, Need need) {
        String column = use.column().value();
        String type = use.types(known)
                .map(found -> found.asSummaryString()
                        .replace(" NOT NULL", "")
                        .replace(" *ROWTIME*", "")
                        .replace(" *PROCTIME*", ""))
                .distinct()
                .collect(Collectors.joining(" or "));
        String watermark =
                "declare WATERMARK FOR " + column + " AS " + column + " - INTERVAL '5' SECOND in its CREATE TABLE";
        String hint = type.isEmpty() || type.startsWith("TIMESTAMP")
                ? watermark
                : "take a column of type TIMESTAMP(3) or TIMESTAMP_LTZ(3) that has a WATERMARK in its CREATE TABLE";
        return Diagnostic.error(
                DiagnosticCode.TIME_ATTRIBUTE_REQUIRED,
                use.sql().statement().source().locate(use.column().start()),
                need.user() + " needs a time attribute, but '" + column + "' is a plain "
                        + (type.isEmpty() ? "column" : type),
                need.word().equals("ORDER") ? "sort by a time attribute first, or add LIMIT" : hint);
    }

    /** A kind of clause that needs a time attribute: Flink's words about it, its own word, and what users call it. */
    private record Need(Pattern message, String word, String user) {

        Need(String message, String word, String user) {
            this(Pattern.compile(message), word, user);
        }

        /** The columns that stand where such a clause takes its time attribute. */
        Stream<SqlToken> columns(EditedText sql) {
            List<SqlToken> tokens = sql.statement().tokens();
            return IntStream.range(0, tokens.size())
                    .filter(i -> !word.equals("ORDER") || sortsQuery(tokens, i))
                    .filter(i -> tokens.get(i).kind() == SqlToken.Kind.WORD
                            && tokens.get(i).text().toUpperCase(Locale.ROOT).matches(word))
                    .flatMap(i -> column(tokens, i))
                    .mapToObj(tokens::get);
        }

        private IntStream column(List<SqlToken> tokens, int at) {
            boolean ordered = !word.equals("DESCRIPTOR") && !word.startsWith("TUMBLE");
            int first = ordered ? behindOrderBy(tokens, at) : at + 2;
            if (first >= tokens.size() || (!ordered && !tokens.get(at + 1).isSymbol('('))) {
                return IntStream.empty();
            }
            int last = first;
            while (last + 2 < tokens.size() && tokens.get(last + 1).isSymbol('.')) {
                last += 2;
            }
            return IntStream.of(last);
        }

        /** Whether an ORDER belongs to a query and not to OVER, WINDOW or MATCH_RECOGNIZE. */
        private static boolean sortsQuery(List<SqlToken> tokens, int order) {
            int depth = 0;
            for (int i = order; i >= 0; i--) {
                depth += tokens.get(i).isSymbol(')') ? 1 : tokens.get(i).isSymbol('(') ? -1 : 0;
                if (depth < 0) {
                    return tokens.get(i + 1).isWord("SELECT")
                            || tokens.get(i + 1).isWord("WITH");
                }
            }
            return true;
        }

        private static int behindOrderBy(List<SqlToken> tokens, int from) {
            int at = from;
            while (at + 1 < tokens.size()
                    && !(tokens.get(at).isWord("ORDER") && tokens.get(at + 1).isWord("BY"))) {
                at++;
            }
            return at + 2;
        }
    }

    /** A column in a statement. */
    private record Use(EditedText sql, SqlToken column) {

        /** What the column is in the tables that the statement mentions, its own target aside. */
        Stream<LogicalType> types(KnownObjects known) {
            return sql.statement().tokens().stream()
                    .map(SqlToken::value)
                    .distinct()
                    .filter(table -> !table.equals(written()))
                    .flatMap(table -> known.names().columns(table).stream())
                    .filter(candidate -> candidate.getName().equals(column.value()))
                    .map(Column::getDataType)
                    .map(type -> type.getLogicalType());
        }

        /** The table or view that the statement makes or fills. */
        private String written() {
            return sql.statement().name().map(SqlName::simple).orElse("");
        }
    }
}
