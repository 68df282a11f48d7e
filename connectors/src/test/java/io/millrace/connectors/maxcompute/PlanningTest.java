package io.millrace.connectors.maxcompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanningTest {

    private static final String OPTIONS = "'connector' = 'maxcompute', 'endpoint' = 'http://127.0.0.1:1/api',"
            + " 'project' = 'p', 'table' = 't', 'access-id' = 'i', 'access-key' = 'hush'";

    private final TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inStreamingMode());

    private String plan(String columns, String more, String query) {
        flink.executeSql("CREATE TABLE t " + columns + " WITH (" + OPTIONS + more + ")");
        return flink.explainSql("INSERT INTO t " + query);
    }

    @Test
    void planningNeedsNoService() {
        assertThat(plan("(id BIGINT)", "", "VALUES (1)")).contains("Sink(table=[default_catalog.default_database.t]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TIME          | has the type TIME(0), which MaxCompute has none for: cast it, for example to STRING
                    MULTISET<INT> | has the type MULTISET<INT>
                    ARRAY<TIME>   | The column 'c[]' has the type TIME(0)
                    ROW<f TIME>   | The column 'c.f' has the type TIME(0)
                    """)
    void typesWithoutCounterpartAreNamed(String type, String message) {
        assertThatThrownBy(() -> plan("(id BIGINT, c " + type + ")", "", "(id) VALUES (1)"))
                .hasStackTraceContaining(message)
                .hasStackTraceContaining("The column 'c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    endpoint                   | service.odps          | The option 'endpoint' cannot be 'service.odps': expected a URL
                    endpoint                   | http://u:hush@h/api   | The option 'endpoint' cannot be a URL with a user: expected
                    tunnel-endpoint            | ftp://host            | The option 'tunnel-endpoint' cannot be 'ftp://host'
                    sink.buffer.max-rows       | 0                     | The option 'sink.buffer.max-rows' cannot be 0: expected 1 or more
                    sink.buffer.max-bytes      | 65 mb                 | The option 'sink.buffer.max-bytes' cannot be
                    sink.max-retries           | -1                    | The option 'sink.max-retries' cannot be -1
                    sink.retry-backoff.initial | 1 h                   | no more than 'sink.retry-backoff.max'
                    compression                | snappy                | Could not parse value 'snappy' for key 'compression'
                    partition                  | 2026-01-01            | The option 'partition' cannot be '2026-01-01': expected 'name=value'
                    partition                  | id=1                  | The column 'id' has its value in the option 'partition' already
                    partition.default-name     | a/b                   | The option 'partition.default-name' cannot be 'a/b'
                    sink.bufer                 | 1                     | Unsupported options found for 'maxcompute'
                    """)
    void wrongOptionsAreNamedWithWhatIsAccepted(String option, String value, String message) {
        assertThatThrownBy(() -> plan("(id BIGINT)", ", '" + option + "' = '" + value + "'", "VALUES (1)"))
                .hasStackTraceContaining(message);
    }

    @Test
    void anUpdatingQueryNeedsAKey() {
        assertThatThrownBy(() -> plan(
                        "(k STRING, n BIGINT)", "", "SELECT k, COUNT(*) FROM (VALUES 'a', 'b') AS v(k) GROUP BY k"))
                .hasStackTraceContaining("The table 't' has no PRIMARY KEY and takes inserted rows only")
                .hasStackTraceContaining("declare PRIMARY KEY (...) NOT ENFORCED and write to a Delta table");
    }

    @Test
    void anUpdatingQueryIsPlannedForAKey() {
        assertThat(plan(
                        "(k STRING, n BIGINT, PRIMARY KEY (k) NOT ENFORCED)",
                        "",
                        "SELECT k, COUNT(*) FROM (VALUES 'a', 'b') AS v(k) GROUP BY k"))
                .contains("GroupAggregate")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    (id BIGINT, dt STRING, PRIMARY KEY (id) NOT ENFORCED) PARTITIONED BY (dt)     | The partition column 'dt' must be part of the PRIMARY KEY
                    (id DOUBLE, dt STRING, PRIMARY KEY (id) NOT ENFORCED)                         | The column 'id' of the PRIMARY KEY has the type DOUBLE
                    (id BIGINT, dt STRING, PRIMARY KEY (dt) NOT ENFORCED) PARTITIONED BY (dt)     | The PRIMARY KEY needs a column besides those of PARTITIONED BY
                    (id BIGINT, dt DOUBLE) PARTITIONED BY (dt)                                    | The partition column 'dt' has the type DOUBLE: expected STRING
                    (id BIGINT, dt STRING) PARTITIONED BY (id, dt)                                | The table has no columns besides those of PARTITIONED BY
                    """)
    void keysAndPartitionsThatCannotBeAreRefused(String columns, String message) {
        assertThatThrownBy(() -> plan(columns, "", "VALUES (1, '1')")).hasStackTraceContaining(message);
    }

    @Test
    void theSummaryNamesTheTableAndNoSecret() {
        MaxComputeSettings.Credentials credentials = new MaxComputeSettings.Credentials("i", "hush", "hush");

        assertThat(credentials.toString()).isEqualTo("Credentials[i]");
    }
}
