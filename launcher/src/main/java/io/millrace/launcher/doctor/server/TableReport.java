package io.millrace.launcher.doctor.server;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.launcher.compile.DeclaredTable;
import io.millrace.launcher.doctor.CheckResult;
import io.millrace.launcher.doctor.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the results of one table's checks, each at its place in the table's declaration. */
final class TableReport {

    private final DeclaredTable table;
    private final List<CheckResult> results = new ArrayList<>();

    TableReport(DeclaredTable table) {
        this.table = table;
    }

    DeclaredTable table() {
        return table;
    }

    void ok(SourceLocation place, String message) {
        results.add(CheckResult.ok(table.name(), Optional.of(place), message));
    }

    void warn(SourceLocation place, String message, String hint) {
        results.add(CheckResult.warn(table.name(), Optional.of(place), message, hint));
    }

    void fail(SourceLocation place, String message, String hint) {
        results.add(CheckResult.fail(table.name(), Optional.of(place), message, hint));
    }

    void unreachable(SourceLocation place, String message, String hint) {
        results.add(CheckResult.unreachable(table.name(), Optional.of(place), message, hint));
    }

    /** How many are worse than well; comparing two counts tells whether a step found any. */
    long troubles() {
        return results.stream().filter(result -> result.status() != Status.OK).count();
    }

    List<CheckResult> results() {
        return List.copyOf(results);
    }
}
