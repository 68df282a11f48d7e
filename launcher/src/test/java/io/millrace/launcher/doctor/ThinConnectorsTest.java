package io.millrace.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ThinConnectorsTest {

    @Test
    void aCdcConnectorWithoutItsLibrariesIsAWarning() {
        assertThat(ThinConnectors.among(List.of(
                        jar("flink-connector-postgres-cdc-3.5.0.jar"), jar("flink-sql-connector-mysql-cdc-3.5.0.jar"))))
                .extracting(result -> result.hint().orElseThrow())
                .containsExactly("take flink-sql-connector-postgres-cdc, which holds them");
    }

    private static JarIndex jar(String name) {
        return new JarIndex(Path.of(name), true, Map.of(), List.of());
    }
}
