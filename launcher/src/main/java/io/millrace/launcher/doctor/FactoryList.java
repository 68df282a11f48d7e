package io.millrace.launcher.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.factories.Factory;

/**
 * The table factories of all jars.
 *
 * @param entries by identifier, then by jar
 * @param problems factories that cannot be made
 */
public record FactoryList(List<Entry> entries, List<CheckResult> problems) {

    /**
     * One factory, and the jar that offers it.
     *
     * @param options what it takes
     */
    public record Entry(
            String identifier, Set<Ability> abilities, String className, JarIndex jar, List<ConfigOption<?>> options) {

        /** Whether two factories could be meant by one table's option; no table names a catalog or a module. */
        boolean conflictsWith(Entry other) {
            return identifier.equals(other.identifier)
                    && abilities.stream()
                            .filter(ability -> ability.isConnector() || ability.isFormat())
                            .anyMatch(other.abilities::contains);
        }

        /** Whether both are one class byte for byte, of which Flink sees one. */
        boolean isCopyOf(Entry other) {
            String path = className.replace('.', '/');
            return className.equals(other.className)
                    && Objects.equals(
                            jar.classes().get(path), other.jar().classes().get(path));
        }
    }

    /** Makes each factory once, to ask for its identifier. */
    public static FactoryList of(List<JarIndex> jars, ClassLoader classLoader) {
        List<Entry> entries = new ArrayList<>();
        List<CheckResult> problems = new ArrayList<>();
        for (JarIndex jar : jars) {
            for (String className : jar.factories()) {
                try {
                    entry(className, jar, classLoader)
                            .filter(entry -> entries.stream().noneMatch(entry::isCopyOf))
                            .ifPresent(entries::add);
                } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
                    problems.add(unusable(className, jar, e));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::identifier)
                .thenComparing(entry -> entry.jar().name()));
        return new FactoryList(List.copyOf(entries), List.copyOf(problems));
    }

    /** The identifiers of connectors, without repetition. */
    public List<String> connectors() {
        return identifiers(Ability::isConnector);
    }

    /** The identifiers of formats, without repetition. */
    public List<String> formats() {
        return identifiers(Ability::isFormat);
    }

    /** Whether a connector's option is a text, as the name of a format is, and not a choice of the connector's own. */
    public boolean takesText(String connector, String key, String value) {
        return entries.stream()
                .filter(entry -> entry.identifier.equals(connector)
                        && entry.abilities.stream().anyMatch(Ability::isConnector))
                .flatMap(entry -> entry.options.stream())
                .filter(option -> option.key().equals(key))
                .allMatch(option -> isText(option, value));
    }

    /** An option does not tell its type, but gives a value of it. */
    private static boolean isText(ConfigOption<?> option, String value) {
        try {
            return Configuration.fromMap(Map.of(option.key(), value)).get(option) instanceof String;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Pairs of jars that give one identifier; Flink refuses such a table. */
    public List<CheckResult> conflicts() {
        List<CheckResult> conflicts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (Entry other : entries.subList(i + 1, entries.size())) {
                if (entries.get(i).conflictsWith(other)) {
                    conflicts.add(conflict(entries.get(i), other));
                }
            }
        }
        return conflicts;
    }

    /** Of two classes of one name the class loader takes the first; of two names Flink refuses to choose. */
    private static CheckResult conflict(Entry one, Entry other) {
        boolean sameName = one.className.equals(other.className);
        return CheckResult.fail(
                one.identifier,
                Optional.empty(),
                "two jars give '" + one.identifier + "': " + one.jar().name() + " and "
                        + other.jar().name(),
                sameName
                        ? "remove one of them; parts of both would be mixed"
                        : "remove one of them; Flink refuses a table that could mean both");
    }

    private List<String> identifiers(Predicate<Ability> wanted) {
        return entries.stream()
                .filter(entry -> entry.abilities.stream().anyMatch(wanted))
                .map(Entry::identifier)
                .distinct()
                .toList();
    }

    private static Optional<Entry> entry(String className, JarIndex jar, ClassLoader classLoader)
            throws ReflectiveOperationException {
        Object made = Class.forName(className, true, classLoader)
                .getDeclaredConstructor()
                .newInstance();
        return Stream.of(made)
                .filter(Factory.class::isInstance)
                .map(Factory.class::cast)
                .map(factory ->
                        new Entry(factory.factoryIdentifier(), Ability.of(factory), className, jar, options(factory)))
                .filter(entry -> !entry.abilities.isEmpty())
                .findFirst();
    }

    private static List<ConfigOption<?>> options(Factory factory) {
        return Stream.concat(factory.requiredOptions().stream(), factory.optionalOptions().stream())
                .toList();
    }

    private static CheckResult unusable(String className, JarIndex jar, Throwable e) {
        String missing = e instanceof NoClassDefFoundError || e instanceof ClassNotFoundException
                ? "lacks the class " + String.valueOf(e.getMessage()).replace('/', '.')
                : "cannot be made (" + e.getClass().getSimpleName() + ")";
        return CheckResult.warn(
                jar.name(),
                Optional.empty(),
                "the factory " + className + " " + missing,
                "the jar needs another one beside it; connectors called flink-sql-connector-* hold all they need");
    }
}
