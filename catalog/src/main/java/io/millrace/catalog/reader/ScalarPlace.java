package io.millrace.catalog.reader;

import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;

/** Finds where a part of a YAML value stands. */
final class ScalarPlace {

    private ScalarPlace() {}

    /**
     * The place of a character of a value; the value's own place where the file spells it otherwise, with escapes or
     * over several lines.
     */
    static SourceLocation of(SourceText source, Located<String> value, int offset) {
        SourceLocation start = value.location();
        String line = source.line(start.line());
        int at = line.offsetByCodePoints(0, start.column() - 1);
        int quote = line.startsWith("\"", at) || line.startsWith("'", at) ? 1 : 0;
        if (!line.startsWith(value.value(), at + quote)) {
            return start;
        }
        int column = start.column() + quote + value.value().codePointCount(0, offset);
        return new SourceLocation(start.file(), start.line(), column);
    }
}
