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
            pieces.add(Piece.verbatim(result.length(), at));
            result.append(content, at, edit.start());
            pieces.add(Piece.written(result.length(), edit.start()));
            result.append(edit.replacement());
            at = edit.end();
        }
        pieces.add(Piece.verbatim(result.length(), at));
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
        if (piece.part != null) {
            return piece.part.locate(offset - piece.start);
        }
        int origin = piece.verbatim ? Math.min(piece.origin + (offset - piece.start), statement.end()) : piece.origin;
        return statement.source().locate(origin);
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

    /** Puts a statement together from texts of the user's and what is written around them. */
    public static final class Composer {

        private final StringBuilder text = new StringBuilder();
        private final List<Piece> pieces = new ArrayList<>();

        /**
         * Adds text that stands in no file.
         *
         * @param origin offset in the statement's file of what it is written for
         */
        public Composer write(String written, int origin) {
            pieces.add(Piece.written(text.length(), origin));
            text.append(written);
            return this;
        }

        /** Adds a text that keeps its own places. */
        public Composer put(EditedText part) {
            pieces.add(new Piece(text.length(), 0, false, part));
            text.append(part.text);
            return this;
        }

        /**
         * The whole.
         *
         * @param statement where it belongs, with the tokens that are the user's own
         */
        public EditedText compose(SqlStatement statement) {
            return new EditedText(statement, text.toString(), List.copyOf(pieces));
        }
    }

    private record Piece(int start, int origin, boolean verbatim, EditedText part) {

        static Piece verbatim(int start, int origin) {
            return new Piece(start, origin, true, null);
        }

        static Piece written(int start, int origin) {
            return new Piece(start, origin, false, null);
        }
    }
}
