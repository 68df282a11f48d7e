package io.millrace.launcher.doctor.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.launcher.doctor.CheckResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BinlogSettingsTest {

    private static final Map<String, String> GOOD =
            Map.of("log_bin", "ON", "binlog_format", "ROW", "binlog_row_image", "FULL", "gtid_mode", "ON");

    @Test
    void aServerThatWritesWholeRowsIsWell() {
        assertThat(messages(Map.of())).containsExactly("ok binlog_format=ROW, binlog_row_image=FULL, gtid_mode=ON");
    }

    @Test
    void everySettingThatIsWrongIsNamed() {
        assertThat(messages(Map.of("log_bin", "OFF", "binlog_format", "MIXED", "binlog_row_image", "MINIMAL")))
                .containsExactly(
                        "fail the server has log_bin=OFF, and the reader needs ON",
                        "fail the server has binlog_format=MIXED, and the reader needs ROW",
                        "fail the server has binlog_row_image=MINIMAL, and the reader needs FULL");
    }

    @Test
    void aBinlogThatIsKeptForLessThanADayIsAWarning() {
        assertThat(messages(Map.of("binlog_expire_logs_seconds", "7200")))
                .singleElement()
                .satisfies(
                        message -> assertThat(message).startsWith("warn the server keeps its binlog for 120 minutes"));
        assertThat(messages(Map.of("expire_logs_days", "0.5"))).singleElement().satisfies(message -> assertThat(message)
                .startsWith("warn the server keeps its binlog for 720 minutes"));
        assertThat(messages(Map.of("expire_logs_days", "10", "binlog_expire_logs_seconds", "0")))
                .allMatch(message -> message.startsWith("ok"));
    }

    private static List<String> messages(Map<String, String> changes) {
        Map<String, String> variables = new HashMap<>(GOOD);
        variables.putAll(changes);
        TableReport report = new TableReport(Tables.read("'connector' = 'mysql-cdc', 'hostname' = 'db'"));
        new BinlogSettings(variables).check(report.table().placeOf("hostname"), report);
        return report.results().stream().map(BinlogSettingsTest::text).toList();
    }

    private static String text(CheckResult result) {
        return result.status().label() + " " + result.message();
    }
}
