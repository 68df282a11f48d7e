package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.DeclaredOptions;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.WithClause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Where the options of a CREATE TABLE stand. */
record TableOptions(EditedText sql) {

    /** The table's simple name. */
    String table() {
        return sql.statement().name().map(SqlName::simple).orElse("");
    }

    /** Where the table's name stands. */
    SourceLocation name() {
        return sql.statement()
                .name()
                .map(name -> sql.statement().source().locate(name.start()))
                .orElse(sql.statement().location());
    }

    /** The word WITH; the table's name where there is none. */
    SourceLocation clause() {
        List<SqlToken> tokens = sql.statement().tokens();
        int depth = 0;
        for (SqlToken token : tokens) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.isWord("WITH")) {
                return sql.statement().source().locate(token.start());
            }
        }
        return name();
    }

    /** The place of an option's key. */
    Optional<SourceLocation> key(String key) {
        return place(option -> option.key().value().equals(key), WithClause.Option::key);
    }

    /** The place of an option's value. */
    Optional<SourceLocation> value(String key) {
        return place(option -> option.key().value().equals(key), WithClause.Option::value);
    }

    /** The place of the first value that is this text. */
    Optional<SourceLocation> withValue(String value) {
        return place(option -> option.value().value().equals(value), WithClause.Option::value);
    }

    private Optional<SourceLocation> place(
            Predicate<WithClause.Option> wanted, Function<WithClause.Option, SqlToken> part) {
        return DeclaredOptions.of(sql).all().stream()
                .filter(wanted)
                .findFirst()
                .map(option -> sql.locate(part.apply(option).start()));
    }
}
