package io.millrace.launcher.deploy;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.FactoryUtil;

/**
 * The jars that go with a job: the project's, and those of Millrace's connectors that its tables name. A cluster needs
 * nothing but Flink's own.
 */
final class JobJars {

    /** What each connector's jar needs besides, by the beginnings of files' names. */
    private static final Map<String, List<String>> NEEDS = Map.of(
            "flink-connector-kafka-",
            List.of(
                    "flink-connector-base-",
                    "kafka-clients-",
                    "zstd-jni-",
                    "snappy-java-",
                    "lz4-java-",
                    "jackson-core-",
                    "jackson-databind-",
                    "jackson-annotations-",
                    "guava-"),
            "flink-connector-jdbc-",
            List.of("flink-connector-base-", "flink-connector-jdbc-core-", "mysql-connector-j-", "postgresql-"),
            "flink-sql-connector-mysql-cdc-",
            List.of("flink-connector-base-", "mysql-connector-j-"));

    /** What every Flink cluster has. */
    private static final List<String> FLINK =
            List.of("flink-connector-files-", "flink-connector-datagen-", "flink-table-");

    private JobJars() {}

    /**
     * Finds them.
     *
     * @param project the project's jars
     * @param tables the options of each table
     */
    static List<Path> of(List<Path> project, Collection<Map<String, String>> tables, ClassLoader classLoader) {
        Set<Path> jars = new LinkedHashSet<>(project);
        tables.stream()
                .map(options -> options.get("connector"))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(connector -> addConnector(jars, connector, classLoader));
        return List.copyOf(jars);
    }

    private static void addConnector(Set<Path> jars, String connector, ClassLoader classLoader) {
        Path jar = jar(connector, classLoader);
        if (jar == null || FLINK.stream().anyMatch(jar.getFileName().toString()::startsWith)) {
            return;
        }
        jars.add(jar);
        NEEDS.forEach((name, needed) -> {
            if (jar.getFileName().toString().startsWith(name)) {
                needed.forEach(prefix -> jars.addAll(onClassPath(prefix)));
            }
        });
    }

    /** Null where it is not in a jar, or not known, which compiling has told. */
    private static Path jar(String connector, ClassLoader classLoader) {
        try {
            CodeSource source = FactoryUtil.discoverFactory(classLoader, DynamicTableFactory.class, connector)
                    .getClass()
                    .getProtectionDomain()
                    .getCodeSource();
            Path jar = source == null ? null : Path.of(source.getLocation().toURI());
            return jar != null && Files.isRegularFile(jar) ? jar : null;
        } catch (ValidationException e) {
            return null;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> onClassPath(String prefix) {
        List<Path> found = new ArrayList<>();
        for (String entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
            Path file = Path.of(entry);
            if (file.getFileName() != null
                    && file.getFileName().toString().startsWith(prefix)
                    && file.toString().endsWith(".jar")) {
                found.add(file.toAbsolutePath());
            }
        }
        return found;
    }
}
