package io.millrace.launcher.doctor.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.launcher.compile.DeclaredTable;
import io.millrace.launcher.doctor.CheckResult;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ColumnComparisonTest {

    private static final DatabaseColumn ID = new DatabaseColumn("id", Types.BIGINT, "BIGINT");
    private static final DatabaseColumn NAME = new DatabaseColumn("name", Types.VARCHAR, "VARCHAR");
    private static final String OPTIONS = "'connector' = 'jdbc', 'table-name' = 't'";

    @Test
    void columnsThatFitAreSaidToFit() {
        assertThat(compare(Tables.written(OPTIONS), false, ID, NAME))
                .containsExactly("ok test.sql:2:44 table 't' has the 2 columns");
    }

    @Test
    void aMissingColumnIsNamedAtItsLine() {
        assertThat(compare(Tables.written(OPTIONS), false, ID, new DatabaseColumn("nme", Types.VARCHAR, "VARCHAR")))
                .containsExactly("fail test.sql:1:28 the database's table 't' has no column 'name'");
    }

    @Test
    void anotherKindOfTypeIsAFailure() {
        assertThat(compare(Tables.written(OPTIONS), false, new DatabaseColumn("id", Types.DATE, "DATE"), NAME))
                .containsExactly("fail test.sql:1:17 'id' is DATE in the database and BIGINT here");
    }

    @Test
    void jdbcReadsNoIntegerAsABigint() {
        DatabaseColumn narrow = new DatabaseColumn("id", Types.INTEGER, "INT");
        assertThat(compare(Tables.read(OPTIONS), false, narrow, NAME))
                .containsExactly("fail test.sql:1:17 'id' is INT in the database and BIGINT here");
        assertThat(compare(Tables.read(OPTIONS), true, narrow, NAME)).allMatch(line -> line.startsWith("ok"));
        assertThat(compare(Tables.written(OPTIONS), false, narrow, NAME)).allMatch(line -> line.startsWith("warn"));
        DatabaseColumn unsigned = new DatabaseColumn("id", Types.INTEGER, "INT UNSIGNED");
        assertThat(compare(Tables.read(OPTIONS), false, unsigned, NAME)).allMatch(line -> line.startsWith("ok"));
    }

    @Test
    void aBinlogReaderMakesTextOfAnything() {
        DatabaseColumn number = new DatabaseColumn("name", Types.INTEGER, "INT");
        assertThat(compare(Tables.read(OPTIONS), true, ID, number)).allMatch(line -> line.startsWith("ok"));
        assertThat(compare(Tables.read(OPTIONS), false, ID, number)).allMatch(line -> line.startsWith("fail"));
    }

    private static List<String> compare(DeclaredTable table, boolean binlog, DatabaseColumn... columns) {
        Map<String, DatabaseColumn> byName = new LinkedHashMap<>();
        Stream.of(columns).forEach(column -> byName.put(column.name(), column));
        TableReport report = new TableReport(table);
        new ColumnComparison(report, binlog)
                .compare("t", new DatabaseTable(byName, Set.of(), List.of()), table.placeOf("table-name"));
        return report.results().stream().map(ColumnComparisonTest::line).toList();
    }

    private static String line(CheckResult result) {
        return result.status().label() + " " + result.place().orElseThrow() + " " + result.message();
    }
}
