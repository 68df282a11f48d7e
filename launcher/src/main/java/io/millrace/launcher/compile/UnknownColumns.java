package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column that none of the tables in scope has; also what Flink reports in the same words. */
final class UnknownColumns implements ErrorMapping {

    private static final Pattern MESSAGE = Pattern.compile("(?:Column|Unknown identifier|Unknown target column"
            + "|Primary key column|The rowtime attribute field|Unknown column) '(?<name>.+?)'"
            + "(?: not found in (?:any table|table '(?<table>.+?)')| is not defined in the (?:table )?schema|\\s*$|:)");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return failure.deepestMatch(MESSAGE).map(found -> List.of(diagnose(failure, known, found)));
    }

    private static Diagnostic diagnose(FlinkFailure failure, KnownObjects known, Matcher found) {
        String name = found.group("name");
        // Of a field in a row, the whole path is reported where that starts.
        String field = name.substring(name.lastIndexOf('.') + 1);
        SourceLocation location = failure.locationOf(field);
        return new MisreadNames(failure, known)
                .find(name, location)
                .orElseGet(() -> column(failure, known, location, name, found.group("table")));
    }

    private static Diagnostic column(
            FlinkFailure failure, KnownObjects known, SourceLocation location, String name, String table) {
        List<String> candidates = known.names().columnsFor(failure.sql()).stream()
                .filter(candidate -> !candidate.equals(name))
                .toList();
        return Diagnostic.error(
                DiagnosticCode.UNKNOWN_COLUMN,
                location,
                "unknown column '" + name + "'" + (table == null ? "" : " in '" + table + "'"),
                name.contains(".") ? Optional.empty() : NearestName.hint(name, candidates));
    }
}
