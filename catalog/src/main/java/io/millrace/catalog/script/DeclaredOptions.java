package io.millrace.catalog.script;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;

/** The WITH options of a CREATE TABLE after variables and changes were put in, with their places in the user's file. */
public final class DeclaredOptions {

    private final EditedText text;
    private final WithClause with;

    private DeclaredOptions(EditedText text, WithClause with) {
        this.text = text;
        this.with = with;
    }

    /** The options of a statement; none for one that is not CREATE TABLE. */
    public static DeclaredOptions of(EditedText text) {
        SqlStatement original = text.statement();
        if (original.kind() != StatementKind.CREATE_TABLE) {
            return new DeclaredOptions(text, new WithClause(List.of(), 0, false));
        }
        SourceText source = new SourceText(original.source().file(), text.text());
        SqlStatement edited = new SqlStatement(
                source, SqlLexer.tokens(source, new DiagnosticCollector()), original.kind(), original.name());
        return new DeclaredOptions(text, WithClause.of(edited));
    }

    /** An option's value, with secrets as placeholders. */
    public Optional<String> value(String key) {
        return with.option(key).map(option -> option.value().value());
    }

    /** Where an option's value stands; the statement where the option does not. */
    public SourceLocation location(String key) {
        return with.option(key)
                .map(option -> text.locate(option.value().start()))
                .orElse(text.statement().location());
    }

    /** All options in order. */
    public List<WithClause.Option> all() {
        return with.options();
    }
}
