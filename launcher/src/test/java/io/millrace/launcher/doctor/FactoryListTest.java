package io.millrace.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactoryListTest {

    @TempDir
    private Path folder;

    @Test
    void twoClassesOfOneIdentifierAreAProblemThatNamesBothJars() throws IOException {
        FactoryList factories = list(
                SmallJar.offering(folder, "first.jar", First.class.getName(), "1"),
                SmallJar.offering(folder, "second.jar", Second.class.getName(), "1"));
        assertThat(factories.connectors()).containsExactly("here");
        assertThat(factories.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.status()).isEqualTo(Status.FAIL);
            assertThat(conflict.message()).isEqualTo("two jars give 'here': first.jar and second.jar");
        });
    }

    @Test
    void twoVersionsOfOneClassAreAProblemToo() throws IOException {
        FactoryList factories = list(
                SmallJar.offering(folder, "first.jar", First.class.getName(), "1"),
                SmallJar.offering(folder, "second.jar", First.class.getName(), "2"));
        assertThat(factories.conflicts()).hasSize(1);
    }

    @Test
    void aCopyOfTheSameClassIsNone() throws IOException {
        FactoryList factories = list(
                SmallJar.offering(folder, "first.jar", First.class.getName(), "1"),
                SmallJar.offering(folder, "second.jar", First.class.getName(), "1"));
        assertThat(factories.conflicts()).isEmpty();
        assertThat(factories.entries()).hasSize(1);
    }

    @Test
    void aFactoryWhoseClassesAreMissingIsAWarning() throws IOException {
        FactoryList factories = list(SmallJar.own(
                folder,
                "thin.jar",
                Map.of("META-INF/services/org.apache.flink.table.factories.Factory", "shop.Absent")));
        assertThat(factories.entries()).isEmpty();
        assertThat(factories.problems())
                .extracting(CheckResult::message)
                .containsExactly("the factory shop.Absent lacks the class shop.Absent");
    }

    @Test
    void aConnectorsOwnChoiceIsNoNameOfAFormat() throws IOException {
        FactoryList factories = list(SmallJar.offering(folder, "first.jar", Choosing.class.getName(), "1"));
        assertThat(factories.takesText("here", "format", "days")).isFalse();
        assertThat(factories.takesText("here", "format", "json")).isFalse();
        assertThat(factories.takesText("here", "value.format", "json")).isTrue();
        assertThat(factories.takesText("absent", "format", "json")).isTrue();
    }

    @Test
    void theConnectorsOfTheClassPathAreFoundWithTheirJars() {
        JarList jars = JarList.read(System.getProperty("java.class.path"), List.of());
        FactoryList factories = FactoryList.of(jars.jars(), FactoryListTest.class.getClassLoader());
        assertThat(factories.connectors()).contains("kafka", "upsert-kafka", "jdbc", "mysql-cdc", "elasticsearch-7");
        assertThat(factories.formats()).contains("json", "csv", "raw");
        assertThat(factories.conflicts()).isEmpty();
        assertThat(factories.problems()).isEmpty();
    }

    private static FactoryList list(JarIndex... jars) {
        return FactoryList.of(List.of(jars), FactoryListTest.class.getClassLoader());
    }

    /** A connector. */
    public static class First implements DynamicTableSinkFactory {

        @Override
        public DynamicTableSink createDynamicTableSink(Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String factoryIdentifier() {
            return "here";
        }

        @Override
        public Set<ConfigOption<?>> requiredOptions() {
            return Set.of();
        }

        @Override
        public Set<ConfigOption<?>> optionalOptions() {
            return Set.of();
        }
    }

    /** A connector with options called as those that name formats are. */
    public static final class Choosing extends First {

        @Override
        public Set<ConfigOption<?>> optionalOptions() {
            return Set.of(
                    ConfigOptions.key("format").enumType(ChronoUnit.class).noDefaultValue(),
                    ConfigOptions.key("value.format").stringType().noDefaultValue());
        }
    }

    /** Another connector of the same name. */
    public static final class Second extends First {}
}
