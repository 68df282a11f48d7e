package io.millrace.connectors.maxcompute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.util.TimeUtils;
import org.junit.jupiter.api.Test;

class ConnectorPageTest {

    private static final Path PAGE = Path.of("..", "docs", "connectors", "maxcompute.md");
    private static final Pattern OPTIONS =
            Pattern.compile("(<!-- options -->\n)(.*?)(<!-- /options -->)", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL);

    private final MaxComputeTableFactory factory = new MaxComputeTableFactory();

    @Test
    void theTableOfOptionsIsTheCodes() throws Exception {
        String page = Files.readString(PAGE);
        String wanted = OPTIONS.matcher(page)
                .replaceFirst(Matcher.quoteReplacement(between(page, 1) + table() + between(page, 3)));
        if (Boolean.getBoolean("millrace.docs.update")) {
            Files.write(PAGE, wanted.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    @Test
    void theExamplesArePlanned() throws Exception {
        TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
        List<String> plans = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        while (example.find()) {
            String statement = example.group(1)
                    .replace("${maxcompute.endpoint}", "http://127.0.0.1:1/api")
                    .replaceAll("\\$\\{[^}]*}", "x");
            flink.executeSql(statement);
        }
        for (String table : flink.listTables()) {
            plans.add(flink.explainSql("INSERT INTO " + table + " SELECT * FROM " + copy(flink, table)));
        }
        assertThat(plans).hasSize(2).allSatisfy(plan -> assertThat(plan).contains("Sink("));
    }

    private static String copy(TableEnvironment flink, String table) {
        flink.executeSql("CREATE TEMPORARY TABLE " + table + "_in WITH ('connector' = 'datagen') LIKE " + table
                + " (EXCLUDING ALL)");
        return table + "_in";
    }

    private static String between(String page, int group) {
        Matcher matcher = OPTIONS.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(group);
    }

    private String table() {
        StringBuilder table = new StringBuilder("| option | type | default | |\n| --- | --- | --- | --- |\n");
        Stream.concat(sorted(factory.requiredOptions().stream()), sorted(factory.optionalOptions().stream()))
                .forEach(option -> table.append("| `")
                        .append(option.key())
                        .append("` | ")
                        .append(type(option))
                        .append(" | ")
                        .append(defaultOf(option))
                        .append(" | ")
                        .append(new HtmlFormatter().format(option.description()))
                        .append(" |\n"));
        return table.toString();
    }

    private static Stream<ConfigOption<?>> sorted(Stream<ConfigOption<?>> options) {
        return options.sorted(Comparator.comparing(ConfigOption::key));
    }

    private String defaultOf(ConfigOption<?> option) {
        Object value = option.defaultValue();
        return value == null
                ? factory.requiredOptions().contains(option) ? "required" : ""
                : "`"
                        + Optional.of(value)
                                .filter(Duration.class::isInstance)
                                .map(duration -> TimeUtils.formatWithHighestUnit((Duration) duration))
                                .orElseGet(() -> value instanceof Enum<?> constant
                                        ? constant.name().toLowerCase(java.util.Locale.ROOT)
                                        : value.toString())
                        + "`";
    }

    private static String type(ConfigOption<?> option) {
        Object value = option.defaultValue();
        return value instanceof Compression
                ? "`none`, `zlib` or `lz4`"
                : value instanceof Duration
                        ? "duration"
                        : value instanceof Integer
                                ? "number"
                                : value instanceof Boolean
                                        ? "boolean"
                                        : value instanceof org.apache.flink.configuration.MemorySize
                                                ? "memory size"
                                                : option.key().equals("sink.parallelism") ? "number" : "text";
    }
}
