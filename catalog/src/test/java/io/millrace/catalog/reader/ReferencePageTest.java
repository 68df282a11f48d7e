package io.millrace.catalog.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual's page about files and the tables that the readers work by name the same keys. */
final class ReferencePageTest {

    @Test
    void everyKeyThatIsReadIsInTheManual() throws IOException {
        String page = Files.readString(Path.of("../docs/project.md"));
        List<KeyTable> tables = List.of(
                ProjectReader.KEYS,
                PipelineReader.KEYS,
                PipelineReader.OVERRIDE,
                ScheduleReader.KEYS,
                RowExpectationsReader.KEYS,
                SettingsReader.KEYS,
                EnvironmentReader.KEYS,
                TargetReader.KEYS,
                EnvironmentReader.SECRETS,
                SandboxReader.KEYS,
                SandboxReader.TOPIC,
                TestFileReader.KEYS,
                PipelineTestReader.KEYS,
                StepReader.WORDS,
                ExpectationsReader.KEYS,
                ExpectationsReader.DIAGNOSTIC,
                ExpectedTableReader.TABLE,
                ExpectedTableReader.CHANGELOG);
        assertThat(tables.stream().flatMap(table -> table.names().stream()))
                .allSatisfy(key -> assertThat(page).containsPattern("`" + key + "[`:]"));
    }

    @Test
    void everyKeyOfTheManualsTablesIsRead() throws IOException {
        List<String> known = Stream.of(
                        ProjectReader.KEYS,
                        PipelineReader.KEYS,
                        ScheduleReader.KEYS,
                        SettingsReader.KEYS,
                        EnvironmentReader.KEYS,
                        TestFileReader.KEYS,
                        PipelineTestReader.KEYS,
                        StepReader.WORDS,
                        ExpectationsReader.KEYS,
                        ExpectedTableReader.TABLE)
                .flatMap(table -> table.names().stream())
                .toList();
        List<String> rows = Files.readAllLines(Path.of("../docs/project.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(key -> assertThat(known).contains(key));
    }
}
