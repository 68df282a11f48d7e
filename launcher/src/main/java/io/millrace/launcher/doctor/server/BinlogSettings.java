package io.millrace.launcher.doctor.server;

import io.millrace.catalog.diagnostic.SourceLocation;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Whether a MySQL or MariaDB server writes the binlog that a reader needs. */
final class BinlogSettings {

    private static final String HINT = "set it in the server's configuration and start the server again";

    /** Names of the server's variables that are looked at. */
    static final String QUERY = "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('log_bin', 'binlog_format',"
            + " 'binlog_row_image', 'gtid_mode', 'binlog_expire_logs_seconds', 'expire_logs_days')";

    private final Map<String, String> variables;

    BinlogSettings(Map<String, String> variables) {
        this.variables = variables;
    }

    void check(SourceLocation place, TableReport report) {
        long before = report.troubles();
        require("log_bin", "ON", place, report);
        require("binlog_format", "ROW", place, report);
        require("binlog_row_image", "FULL", place, report);
        expiry(place, report);
        if (report.troubles() == before) {
            String gtid = variables.containsKey("gtid_mode") ? ", gtid_mode=" + variables.get("gtid_mode") : "";
            report.ok(place, "binlog_format=ROW, binlog_row_image=FULL" + gtid);
        }
    }

    private void require(String name, String wanted, SourceLocation place, TableReport report) {
        String value = variables.getOrDefault(name, "").toUpperCase(Locale.ROOT);
        if (!value.equals(wanted) && !(wanted.equals("ON") && value.equals("1"))) {
            report.fail(place, "the server has " + name + "=" + value + ", and the reader needs " + wanted, HINT);
        }
    }

    /** Zero means that nothing is ever deleted. */
    private void expiry(SourceLocation place, TableReport report) {
        Duration kept = Duration.ofSeconds((long) number("binlog_expire_logs_seconds"));
        if (kept.isZero()) {
            kept = Duration.ofSeconds(
                    (long) (number("expire_logs_days") * Duration.ofDays(1).toSeconds()));
        }
        if (!kept.isZero() && kept.compareTo(Duration.ofDays(1)) < 0) {
            report.warn(
                    place,
                    "the server keeps its binlog for " + kept.toMinutes() + " minutes, so a pipeline that stands still"
                            + " for longer loses its place",
                    "raise binlog_expire_logs_seconds");
        }
    }

    private double number(String name) {
        String value = variables.getOrDefault(name, "0");
        return value.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(value) : 0;
    }
}
