package io.millrace.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.Factory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the page of every connector complete, and plans its examples. After a change of options, the tables are written
 * anew with {@code -Dmillrace.docs.update=true}.
 */
class OptionPagesTest {

    private static final Path PAGES = Path.of("../docs/connectors");
    private static final Path FACTORIES =
            Path.of("src/main/resources/META-INF/services/org.apache.flink.table.factories.Factory");
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- options -->\n).*?(?=<!-- /options -->)", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    static Stream<Factory> factories() throws IOException {
        return Files.readAllLines(FACTORIES).stream()
                .filter(line -> !line.isBlank())
                .map(OptionPagesTest::factory)
                .filter(DynamicTableFactory.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void everyConstantIsAnOptionOfTheConnectorAndIsDescribed(Factory factory) {
        Set<ConfigOption<?>> declared = new HashSet<>(factory.requiredOptions());
        declared.addAll(factory.optionalOptions());

        List<ConfigOption<?>> constants = new OptionTable(factory).options();

        assertThat(new HashSet<>(constants)).isEqualTo(declared);
        assertThat(new OptionTable(factory).markdown().lines()).noneMatch(line -> line.endsWith("|  |"));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void thePageHasTheTableOfTheOptions(Factory factory) throws IOException {
        Path page = PAGES.resolve(factory.factoryIdentifier() + ".md");
        String text = Files.readString(page);
        Matcher table = TABLE.matcher(text);
        assertThat(table.find())
                .as("%s has <!-- options --> and <!-- /options -->", page)
                .isTrue();
        String expected = new OptionTable(factory).markdown();
        if (Boolean.getBoolean("millrace.docs.update")) {
            Files.writeString(page, text.substring(0, table.start()) + expected + text.substring(table.end()));
            return;
        }

        assertThat(table.group())
                .as("the options in %s; -Dmillrace.docs.update=true writes them anew", page)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void theExamplesOfThePageCanBePlanned(Factory factory) throws IOException {
        FlinkSql sql = FlinkSql.streaming();
        List<String> statements = EXAMPLE.matcher(Files.readString(PAGES.resolve(factory.factoryIdentifier() + ".md")))
                .results()
                .flatMap(block -> Stream.of(block.group(1).split(";\\s*\n")))
                .map(OptionPagesTest::withStandIns)
                .toList();

        assertThat(statements).anyMatch(statement -> statement.contains("'" + factory.factoryIdentifier() + "'"));
        for (String statement : statements) {
            if (statement.startsWith("CREATE")) {
                sql.run(statement);
            } else {
                assertThat(sql.explain(statement)).contains("Execution Plan");
            }
        }
    }

    private static String withStandIns(String statement) {
        return PLACEHOLDER
                .matcher(statement)
                .replaceAll(name -> name.group(1).matches(".*(url|endpoint)") ? "http://127.0.0.1:1" : "x".repeat(32));
    }

    private static Factory factory(String className) {
        try {
            return Class.forName(className.strip())
                    .asSubclass(Factory.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(className + " cannot be made", e);
        }
    }
}
