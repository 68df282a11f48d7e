package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.SqlToken;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Parts of a CREATE statement that contradict each other or what a connector offers; Flink places few of them. */
final class InvalidDefinitions implements ErrorMapping {

    private static final Pattern ENFORCED_KEY =
            Pattern.compile("doesn't support ENFORCED mode for (?<key>PRIMARY) KEY");
    private static final Pattern TWO_KEYS = Pattern.compile("Duplicate primary key definition");
    private static final Pattern TWO_COLUMNS =
            Pattern.compile("Column named '(?<name>.+?)' already exists in the table");
    private static final Pattern WATERMARK =
            Pattern.compile("Invalid data type of (?<part>time field|expression) for watermark.* type is (?<type>.+)");
    private static final Pattern VIEW_COLUMNS = Pattern.compile(
            "VIEW definition and input fields not match:\\s+Def fields: \\[(?<names>.*?)].\\s+Input fields: \\[(?<given>.*?)]");
    private static final Pattern METADATA = Pattern.compile(
            "Invalid metadata key '(?<key>.+?)' in column '(?<column>.+?)' of table '(?<table>.+?)'.*?"
                    + "metadata keys for \\w+:\\s+(?<known>.*)",
            Pattern.DOTALL);

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        Definition definition = new Definition(failure);
        return failure.deepestMatch(ENFORCED_KEY)
                .map(found -> error(
                        definition.behind("PRIMARY", 0),
                        "Flink does not enforce a primary key, and wants that said",
                        "write PRIMARY KEY (...) NOT ENFORCED"))
                .or(() -> failure.deepestMatch(TWO_KEYS)
                        .map(found -> error(
                                definition.last("PRIMARY"),
                                "the table has two primary keys",
                                "the first one is at " + definition.behind("PRIMARY", 0))))
                .or(() -> failure.deepestMatch(TWO_COLUMNS).map(found -> twoColumns(definition, found.group("name"))))
                .or(() -> failure.deepestMatch(WATERMARK).map(found -> watermark(definition, found)))
                .or(() -> failure.deepestMatch(VIEW_COLUMNS).map(found -> viewColumns(definition, found)))
                .or(() -> failure.deepestMatch(METADATA).map(found -> metadata(found, failure, known)))
                .map(List::of);
    }

    private static Diagnostic twoColumns(Definition definition, String name) {
        List<SourceLocation> places = definition.columns(name);
        SourceLocation second = places.size() > 1 ? places.get(1) : definition.name();
        return error(
                second,
                "the table has two columns '" + name + "'",
                places.isEmpty() ? "rename one of them" : "the first one is at " + places.get(0));
    }

    private static Diagnostic watermark(Definition definition, Matcher found) {
        boolean column = found.group("part").equals("time field");
        return error(
                column ? definition.behind("WATERMARK", 2) : definition.behindWatermarkAs(),
                (column ? "a watermark's column" : "a watermark") + " is a TIMESTAMP(3) or TIMESTAMP_LTZ(3), not "
                        + found.group("type").strip(),
                column
                        ? "make one from it: ts AS TO_TIMESTAMP(...), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND"
                        : "write it from the column, for example ts - INTERVAL '5' SECOND");
    }

    private static Diagnostic viewColumns(Definition definition, Matcher found) {
        int names = found.group("names").split(", ").length;
        int given = found.group("given").split(", ").length;
        return Diagnostic.error(
                DiagnosticCode.WRONG_COLUMN_COUNT,
                definition.name(),
                "the view names " + names + " columns, but its query gives " + given + ": " + found.group("given"),
                "name each column of the query, or none");
    }

    /** The key stands in the CREATE TABLE, but Flink asks for it only when the table is used. */
    private static Diagnostic metadata(Matcher found, FlinkFailure failure, KnownObjects known) {
        String table = found.group("table");
        String key = found.group("key");
        SourceLocation place = known.statementOf(table.substring(table.lastIndexOf('.') + 1))
                .map(sql -> new Definition(new FlinkFailure(sql, failure.error(), failure.redaction())))
                .map(definition -> definition
                        .first(token -> token.kind() == SqlToken.Kind.STRING
                                && token.value().equals(key))
                        .orElseGet(() -> definition.columns(found.group("column")).stream()
                                .findFirst()
                                .orElseGet(definition::name)))
                .orElseGet(failure::location);
        List<String> keys = Arrays.asList(found.group("known").strip().split("\\s+"));
        return Diagnostic.error(
                DiagnosticCode.UNKNOWN_COLUMN,
                place,
                "the connector has no metadata '" + key + "'",
                NearestName.hint(key, keys));
    }

    private static Diagnostic error(SourceLocation location, String message, String hint) {
        return Diagnostic.error(DiagnosticCode.INVALID_STATEMENT, location, message, hint);
    }

    /** The tokens of a CREATE statement. */
    private record Definition(FlinkFailure failure) {

        private List<SqlToken> tokens() {
            return failure.sql().statement().tokens();
        }

        private SourceLocation place(SqlToken token) {
            return failure.sql().statement().source().locate(token.start());
        }

        SourceLocation name() {
            return failure.sql()
                    .statement()
                    .name()
                    .map(name -> failure.sql().statement().source().locate(name.start()))
                    .orElseGet(failure::location);
        }

        Optional<SourceLocation> first(Predicate<SqlToken> wanted) {
            return tokens().stream().filter(wanted).findFirst().map(this::place);
        }

        /** The place of a token some steps behind the first occurrence of a word. */
        SourceLocation behind(String word, int steps) {
            for (int i = 0; i + steps < tokens().size(); i++) {
                if (tokens().get(i).isWord(word)) {
                    return place(tokens().get(i + steps));
                }
            }
            return failure.location();
        }

        SourceLocation last(String word) {
            return tokens().stream()
                    .filter(token -> token.isWord(word))
                    .reduce((earlier, later) -> later)
                    .map(this::place)
                    .orElseGet(failure::location);
        }

        SourceLocation behindWatermarkAs() {
            boolean watermark = false;
            for (int i = 0; i + 1 < tokens().size(); i++) {
                watermark |= tokens().get(i).isWord("WATERMARK");
                if (watermark && tokens().get(i).isWord("AS")) {
                    return place(tokens().get(i + 1));
                }
            }
            return failure.location();
        }

        /** Where columns of a name are declared: behind the list's parenthesis or one of its commas. */
        List<SourceLocation> columns(String name) {
            return IntStream.range(1, tokens().size())
                    .filter(i -> tokens().get(i).value().equals(name))
                    .filter(i -> tokens().get(i - 1).isSymbol('(')
                            || tokens().get(i - 1).isSymbol(','))
                    .mapToObj(i -> place(tokens().get(i)))
                    .toList();
        }
    }
}
