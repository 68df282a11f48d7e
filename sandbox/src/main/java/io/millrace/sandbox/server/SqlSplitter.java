package io.millrace.sandbox.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a script into statements as the product's own shell does: knows quotes, comments, PostgreSQL's dollar quotes
 * and the DELIMITER lines of MySQL's shell.
 */
final class SqlSplitter {

    private static final Pattern DELIMITER = Pattern.compile("(?i)delimiter[ \\t]+(\\S+)[^\\n]*");
    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");

    private final String script;
    private final SqlDialect dialect;
    private final List<SqlStatement> statements = new ArrayList<>();
    private String delimiter = ";";
    private int position;
    private int start = -1;

    private SqlSplitter(String script, SqlDialect dialect) {
        this.script = script;
        this.dialect = dialect;
    }

    /** Returns the statements in their order; a last one needs no delimiter. */
    static List<SqlStatement> split(String script, SqlDialect dialect) {
        SqlSplitter splitter = new SqlSplitter(script, dialect);
        while (splitter.position < script.length()) {
            splitter.step();
        }
        splitter.finish(script.length());
        return List.copyOf(splitter.statements);
    }

    private void step() {
        if (script.startsWith(delimiter, position)) {
            finish(position);
            position += delimiter.length();
        } else if (start < 0 && Character.isWhitespace(script.charAt(position))) {
            position++;
        } else if (isLineComment()) {
            position = end("\n", position);
        } else if (script.startsWith("/*", position) && !isExecutableComment()) {
            skipBlockComment();
        } else if (start < 0 && isDelimiterLine()) {
            readDelimiter();
        } else {
            readToken();
        }
    }

    private void readToken() {
        if (start < 0) {
            start = position;
        }
        char first = script.charAt(position);
        if (first == '\'' || first == '"' || (first == '`' && dialect == SqlDialect.MYSQL)) {
            skipQuoted(first);
        } else if (isExecutableComment()) {
            position = end("*/", position);
        } else if (first == '$' && dialect == SqlDialect.POSTGRES && !followsName()) {
            skipDollarQuoted();
        } else {
            position++;
        }
    }

    private boolean isLineComment() {
        if (dialect == SqlDialect.POSTGRES) {
            return script.startsWith("--", position);
        }
        return script.charAt(position) == '#'
                || (script.startsWith("--", position)
                        && (position + 2 == script.length() || script.charAt(position + 2) <= ' '));
    }

    private boolean isExecutableComment() {
        return dialect == SqlDialect.MYSQL
                && (script.startsWith("/*!", position) || script.startsWith("/*M!", position));
    }

    private boolean isDelimiterLine() {
        return dialect == SqlDialect.MYSQL && matcherHere(DELIMITER).lookingAt();
    }

    private void readDelimiter() {
        Matcher line = matcherHere(DELIMITER);
        if (line.lookingAt()) {
            delimiter = line.group(1);
            position = line.end();
        }
    }

    private void skipBlockComment() {
        int depth = 0;
        do {
            if (script.startsWith("/*", position) && (depth == 0 || dialect == SqlDialect.POSTGRES)) {
                depth++;
                position += 2;
            } else if (script.startsWith("*/", position)) {
                depth--;
                position += 2;
            } else {
                position++;
            }
        } while (depth > 0 && position < script.length());
    }

    private void skipQuoted(char quote) {
        boolean escapes = quote != '`'
                && (dialect == SqlDialect.MYSQL || (quote == '\'' && position > 0 && isEscapePrefix(position - 1)));
        position++;
        while (position < script.length() && script.charAt(position) != quote) {
            position += escapes && script.charAt(position) == '\\' ? 2 : 1;
        }
        position = Math.min(position + 1, script.length());
    }

    private boolean isEscapePrefix(int index) {
        return Character.toLowerCase(script.charAt(index)) == 'e'
                && (index == 0 || !Character.isJavaIdentifierPart(script.charAt(index - 1)));
    }

    private boolean followsName() {
        return position > 0 && Character.isJavaIdentifierPart(script.charAt(position - 1));
    }

    private void skipDollarQuoted() {
        Matcher tag = matcherHere(DOLLAR_TAG);
        position = tag.lookingAt() ? end(tag.group(), tag.end()) : position + 1;
    }

    private int end(String mark, int from) {
        int found = script.indexOf(mark, from);
        return found < 0 ? script.length() : found + mark.length();
    }

    private Matcher matcherHere(Pattern pattern) {
        return pattern.matcher(script).region(position, script.length());
    }

    private void finish(int end) {
        if (start >= 0) {
            int line = 1
                    + (int) script.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            statements.add(new SqlStatement(script.substring(start, end).strip(), line));
        }
        start = -1;
    }
}
