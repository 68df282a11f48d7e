package io.millrace.catalog.script;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * One statement of a script, without its semicolon; it knows where it stands in its file.
 *
 * @param source the file
 * @param tokens its significant tokens (no comments), offsets relative to the file
 * @param kind what it does
 * @param name the object that it declares, or the target of an INSERT; empty where it has none
 */
public record SqlStatement(SourceText source, List<SqlToken> tokens, StatementKind kind, Optional<SqlName> name) {

    /** Offset of its first token in the file. */
    public int start() {
        return tokens.get(0).start();
    }

    /** Offset just behind its last token in the file. */
    public int end() {
        return tokens.get(tokens.size() - 1).end();
    }

    /** Its text as the user wrote it, comments inside it included. */
    public String text() {
        return source.content().substring(start(), end());
    }

    public SourceLocation location() {
        return source.locate(start());
    }

    /** The same statement, declaring its object under another name; the place of the name stays. */
    public SqlStatement named(SqlName other) {
        return new SqlStatement(source, tokens, kind, Optional.of(other));
    }
}
