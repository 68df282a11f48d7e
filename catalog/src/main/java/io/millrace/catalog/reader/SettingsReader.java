package io.millrace.catalog.reader;

import io.millrace.catalog.descriptor.SettingKey;
import io.millrace.catalog.descriptor.Settings;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code settings:} into Flink options. */
final class SettingsReader {

    static final KeyTable KEYS = new KeyTable(
            "settings",
            Stream.concat(
                            Stream.of(SettingKey.values()).map(key -> KeyTable.optional(key.key(), key.description())),
                            Stream.of(KeyTable.optional("flink", "any Flink option")))
                    .toList());

    private static final Pattern DURATION = Pattern.compile("\\d{1,12} ?(ms|s|sec|min|m|h|d)");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,4}");

    private final DiagnosticCollector problems;

    SettingsReader(DiagnosticCollector problems) {
        this.problems = problems;
    }

    Settings read(Optional<YamlNode> node) {
        return node.flatMap(present -> MappingReader.open(present, KEYS, problems))
                .map(this::read)
                .orElse(Settings.NONE);
    }

    private Settings read(MappingReader reader) {
        Map<String, Located<String>> options = new LinkedHashMap<>();
        for (SettingKey key : SettingKey.values()) {
            reader.text(key.key())
                    .filter(value -> isValid(key, value))
                    .ifPresent(value -> options.put(key.option(), value));
        }
        reader.entries("flink", entry -> reader.text(entry.key().text(), entry.value()))
                .forEach((option, value) -> put(options, option, value));
        return new Settings(options);
    }

    private void put(Map<String, Located<String>> options, String option, Located<String> value) {
        Located<String> first = options.putIfAbsent(option, value);
        if (first != null) {
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    value.location(),
                    "'" + option + "' is set twice",
                    "its short name sets it at line " + first.location().line());
        }
    }

    private boolean isValid(SettingKey key, Located<String> value) {
        Optional<String> expected =
                switch (key) {
                    case PARALLELISM -> expect(COUNT.matcher(value.value()).matches(), "a whole number from 1");
                    case TIME_ZONE -> expect(ZoneName.parse(value.value()).isPresent(), ZoneName.FORM);
                    default ->
                        expect(DURATION.matcher(value.value()).matches(), "a duration such as 500 ms, 10 s, 2 h");
                };
        expected.ifPresent(form -> problems.error(
                DiagnosticCode.BAD_VALUE,
                value.location(),
                key.key() + " cannot be '" + value.value() + "'",
                "expected " + form));
        return expected.isEmpty();
    }

    private static Optional<String> expect(boolean holds, String form) {
        return holds ? Optional.empty() : Optional.of(form);
    }
}
