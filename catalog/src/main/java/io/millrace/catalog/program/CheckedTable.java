package io.millrace.catalog.program;

import io.millrace.catalog.descriptor.ExpectationAction;
import io.millrace.catalog.descriptor.RowExpectation;
import io.millrace.catalog.descriptor.TableExpectations;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import io.millrace.catalog.script.WithClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table or view whose rows are checked. What the user declared gets another name, and a view of the user's name lets
 * through the rows that are as expected; so queries stay as they are, and time attributes and keys pass.
 */
public final class CheckedTable {

    /** What is put behind the name of the table with all its rows. */
    public static final String SUFFIX = "_unchecked";

    private final SqlStatement statement;
    private final TableExpectations expected;
    private final List<Check> checks;
    private final List<SqlToken> name;

    /**
     * @param statement declares the table
     * @param resolver puts variables into conditions
     */
    CheckedTable(SqlStatement statement, TableExpectations expected, StatementResolver resolver) {
        this.statement = statement;
        this.expected = expected;
        this.checks = expected.expectations().stream()
                .map(expectation -> new Check(expectation, resolver.resolve(expectation.condition(), List.of())))
                .toList();
        this.name = nameTokens(statement);
    }

    /** A condition with its variables put in. */
    private record Check(RowExpectation expectation, EditedText condition) {}

    /** The name by which queries know it. */
    public String table() {
        return expected.table().value();
    }

    /** The name of the same with all its rows. */
    public String unchecked() {
        return table() + SUFFIX;
    }

    /** The user's statement, under the new name. */
    SqlStatement renamed() {
        SqlName declared = statement.name().orElseThrow();
        return statement.named(declared.withSimple(unchecked()));
    }

    /** The edit that renames it. */
    EditedText.Edit rename() {
        SqlToken simple = name.get(name.size() - 1);
        return new EditedText.Edit(simple.start(), simple.end(), writtenUnchecked());
    }

    /** The view that lets rows through: FAIL and WARN first, so that no other condition hides a row from them. */
    EditedText view() {
        int origin = origin();
        EditedText.Composer view = new EditedText.Composer()
                .write("CREATE TEMPORARY VIEW " + written() + " AS\nSELECT * FROM ", origin)
                .write(source(), origin);
        String before = "\nWHERE ";
        for (Check check : inOrderOfEffect()) {
            int place = check.condition.statement().start();
            view.write(before + opening(check), place).put(check.condition).write(closing(check), place);
            before = "\n  AND ";
        }
        SqlName simple = new SqlName(statement.name().orElseThrow().parts(), origin);
        return view.compose(located(StatementKind.CREATE_VIEW, simple));
    }

    /**
     * The INSERT that carries rows to the table of dead letters; empty where no expectation asks for that.
     *
     * @param letters that table
     */
    Optional<EditedText> deadLetters(String pipeline, SqlStatement letters) {
        List<Check> wanted = with(ExpectationAction.DEAD_LETTER).toList();
        Optional<RowColumns> columns = RowColumns.of(statement);
        if (wanted.isEmpty() || columns.isEmpty()) {
            return Optional.empty();
        }
        DeadLetterTable target = new DeadLetterTable(letters);
        int origin = descriptor().offset(wanted.get(0).expectation.action().location());
        EditedText.Composer insert = new EditedText.Composer()
                .write(
                        "INSERT INTO " + target.written() + " (" + String.join(", ", target.filled()) + ")\nSELECT\n",
                        origin)
                .write("  " + literal(pipeline) + ",\n  " + literal(table()) + ",\n  CONCAT_WS('; '", origin);
        for (Check check : wanted) {
            String named = literal(check.expectation.name());
            int place = check.condition.statement().start();
            insert.write(",\n    CASE WHEN (", place)
                    .put(check.condition)
                    .write(") IS FALSE THEN " + named + " END", place);
        }
        insert.write(
                        columns.get()
                                        .parseError()
                                        .map(error -> ",\n    " + error)
                                        .orElse("") + "),\n  "
                                + columns.get().position() + ",\n  "
                                + columns.get().data(),
                        origin)
                .write(target.takesTime() ? ",\n  CURRENT_TIMESTAMP" : "", origin)
                .write("\nFROM " + source() + "\nWHERE (", origin);
        String before = "(";
        for (Check check : wanted) {
            int place = check.condition.statement().start();
            insert.write(before, place).put(check.condition).write(") IS FALSE", place);
            before = " OR (";
        }
        insert.write(")", origin);
        for (Check check : with(ExpectationAction.FAIL).toList()) {
            int place = check.condition.statement().start();
            insert.write("\n  AND (", place).put(check.condition).write(") IS NOT FALSE", place);
        }
        return Optional.of(
                insert.compose(located(StatementKind.INSERT, letters.name().orElseThrow())));
    }

    private List<Check> inOrderOfEffect() {
        return Stream.of(
                        ExpectationAction.FAIL,
                        ExpectationAction.WARN,
                        ExpectationAction.DEAD_LETTER,
                        ExpectationAction.DROP)
                .flatMap(this::with)
                .toList();
    }

    private Stream<Check> with(ExpectationAction action) {
        return checks.stream().filter(check -> check.expectation.does(action));
    }

    private static String opening(Check check) {
        return CheckFunction.of(check.expectation.action().value())
                .map(function -> function.name() + "(")
                .orElse("(");
    }

    private String closing(Check check) {
        return CheckFunction.of(check.expectation.action().value())
                .map(function -> ", " + literal(table()) + ", " + literal(check.expectation.name()) + ")")
                .orElse(") IS NOT FALSE");
    }

    /** A statement of the descriptor's file, with the tokens that the user wrote. */
    private SqlStatement located(StatementKind kind, SqlName declared) {
        SourceText file = descriptor();
        List<SqlToken> tokens = new ArrayList<>();
        tokens.add(new SqlToken(SqlToken.Kind.QUOTED_IDENTIFIER, origin(), origin(), "`" + table() + "`"));
        for (Check check : checks) {
            SqlStatement condition = check.condition.statement();
            boolean exact = condition.source() == file;
            condition.tokens().stream()
                    .map(token -> exact
                            ? token
                            : new SqlToken(token.kind(), condition.start(), condition.start(), token.text()))
                    .forEach(tokens::add);
        }
        return new SqlStatement(file, List.copyOf(tokens), kind, Optional.of(declared));
    }

    private int origin() {
        return descriptor().offset(expected.table().location());
    }

    private SourceText descriptor() {
        return expected.source();
    }

    private String source() {
        String written = written();
        int simple = name.get(name.size() - 1).start() - name.get(0).start();
        return written.substring(0, simple) + writtenUnchecked();
    }

    private String written() {
        return statement
                .source()
                .content()
                .substring(name.get(0).start(), name.get(name.size() - 1).end());
    }

    private String writtenUnchecked() {
        boolean plain = name.get(name.size() - 1).kind() == SqlToken.Kind.WORD;
        return plain ? unchecked() : "`" + unchecked().replace("`", "``") + "`";
    }

    private static List<SqlToken> nameTokens(SqlStatement statement) {
        SqlName declared = statement.name().orElseThrow();
        return statement.tokens().stream()
                .filter(token -> token.start() >= declared.start())
                .limit(2L * declared.parts().size() - 1)
                .toList();
    }

    private static String literal(String text) {
        return WithClause.quote(text);
    }
}
