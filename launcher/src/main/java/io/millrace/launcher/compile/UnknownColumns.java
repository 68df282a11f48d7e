package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column that none of the tables in scope has; also a misspelt type, which Flink reports in the same words. */
final class UnknownColumns implements ErrorMapping {

    private static final Pattern MESSAGE = Pattern.compile("(?:Column|Unknown identifier|Unknown target column"
            + "|Primary key column|The rowtime attribute field|Unknown column) '(?<name>.+?)'"
            + "(?: not found in (?:any table|table '(?<table>.+?)')| is not defined in the (?:table )?schema|\\s*$|:)");

    private static final List<String> TYPES = List.of(
            "ARRAY",
            "BIGINT",
            "BINARY",
            "BOOLEAN",
            "BYTES",
            "CHAR",
            "DATE",
            "DECIMAL",
            "DOUBLE",
            "FLOAT",
            "INT",
            "INTEGER",
            "MAP",
            "MULTISET",
            "NUMERIC",
            "ROW",
            "SMALLINT",
            "STRING",
            "TIME",
            "TIMESTAMP",
            "TIMESTAMP_LTZ",
            "TINYINT",
            "VARBINARY",
            "VARCHAR");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return failure.deepestMatch(MESSAGE).map(found -> List.of(diagnose(failure, known, found)));
    }

    private static Diagnostic diagnose(FlinkFailure failure, KnownObjects known, Matcher found) {
        String name = found.group("name");
        SourceLocation location = failure.locationOf(name);
        if (isType(failure, location)) {
            return Diagnostic.error(
                    DiagnosticCode.INVALID_STATEMENT,
                    location,
                    "unknown type '" + name + "'",
                    NearestName.of(name, TYPES).map(type -> "did you mean '" + type + "'?"));
        }
        String table = found.group("table");
        return Diagnostic.error(
                DiagnosticCode.UNKNOWN_COLUMN,
                location,
                "unknown column '" + name + "'" + (table == null ? "" : " in '" + table + "'"),
                NearestName.hint(name, known.names().columnsFor(failure.sql())));
    }

    /** In a column list the word right behind the column's name is its type. */
    private static boolean isType(FlinkFailure failure, SourceLocation location) {
        if (failure.sql().statement().kind() != StatementKind.CREATE_TABLE) {
            return false;
        }
        List<SqlToken> tokens = failure.sql().statement().tokens();
        for (int i = 2; i < tokens.size(); i++) {
            if (failure.sql().statement().source().locate(tokens.get(i).start()).equals(location)) {
                SqlToken before = tokens.get(i - 2);
                return before.isSymbol('(') || before.isSymbol(',');
            }
        }
        return false;
    }
}
