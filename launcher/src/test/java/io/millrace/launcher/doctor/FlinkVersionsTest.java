package io.millrace.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FlinkVersionsTest {

    @Test
    void connectorsAndShadedLibrariesHaveVersionsOfTheirOwn() {
        FlinkVersions versions = of(
                "flink-core-1.20.3.jar",
                "flink-table-planner_2.12-1.20.3.jar",
                "flink-shaded-guava-31.1-jre-17.0.jar",
                "flink-connector-kafka-3.4.0-1.20.jar",
                "flink-sql-connector-elasticsearch7-3.0.1-1.17.jar",
                "flink-sql-connector-mysql-cdc-3.5.0.jar",
                "flink-cdc-common-3.5.0.jar",
                "flink-http-connector-0.25.0.jar");
        assertThat(versions.summary()).isEqualTo("1.20.3 (2 jars)");
        assertThat(versions.result()).isEmpty();
    }

    @Test
    void mixedVersionsAreAProblem() {
        FlinkVersions versions = of("flink-core-1.20.3.jar", "flink-avro-1.19.1.jar");
        assertThat(versions.result())
                .map(CheckResult::message)
                .contains("jars of different Flink versions are mixed: flink-avro-1.19.1.jar, flink-core-1.20.3.jar");
    }

    private static FlinkVersions of(String... names) {
        return FlinkVersions.of(Stream.of(names)
                .map(name -> new JarIndex(Path.of(name), false, Map.of(), List.of()))
                .toList());
    }
}
