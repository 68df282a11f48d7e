package io.millrace.catalog.script;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A statement after replacements, which still knows where each of its characters came from. */
public final class EditedText {

    private final SqlStatement statement;
    private final String text;
    private final List<Piece> pieces;

    private EditedText(SqlStatement statement, String text, List<Piece> pieces) {
        this.statement = statement;
        this.text = text;
        this.pieces = pieces;
    }

    /**
     * Applies edits to a statement.
     *
     * @param edits replacements that do not overlap, in any order; offsets are those of the statement's file
     */
    public static EditedText of(SqlStatement statement, List<Edit> edits) {
        String content = statement.source().content();
        StringBuilder result = new StringBuilder();
        List<Piece> pieces = new ArrayList<>();
        int at = statement.start();
        for (Edit edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
            pieces.add(new Piece(result.length(), at, true));
            result.append(content, at, edit.start());
            pieces.add(new Piece(result.length(), edit.start(), false));
            result.append(edit.replacement());
            at = edit.end();
        }
        pieces.add(new Piece(result.length(), at, true));
        result.append(content, at, statement.end());
        return new EditedText(statement, result.toString(), List.copyOf(pieces));
    }

    public SqlStatement statement() {
        return statement;
    }

    /** The text after all replacements. */
    public String text() {
        return text;
    }

    /** Where a character of the edited text stands in the user's file; within a replacement, where that starts. */
    public SourceLocation locate(int offset) {
        Piece piece = pieces.get(0);
        for (Piece candidate : pieces) {
            if (candidate.start > offset) {
                break;
            }
            piece = candidate;
        }
        int origin = piece.verbatim ? piece.origin + (offset - piece.start) : piece.origin;
        return statement.source().locate(Math.min(origin, statement.end()));
    }

    /** The same for a 1-based line and column (in UTF-16 units) of the edited text, as parsers report them. */
    public SourceLocation locate(int line, int column) {
        return locate(new SourceText(statement.source().file(), text).offset(line, column));
    }

    @Override
    public String toString() {
        return text;
    }

    /** Replaces the characters from {@code start} to {@code end} (offsets of the file) by other text. */
    public record Edit(int start, int end, String replacement) {}

    private record Piece(int start, int origin, boolean verbatim) {}
}
