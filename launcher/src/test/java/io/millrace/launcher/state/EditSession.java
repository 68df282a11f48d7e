package io.millrace.launcher.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.PlanReference;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.delegation.Planner;

/** The SQL of one side of an edit in a session of its own. */
final class EditSession {

    private static final ClassLoader CLASS_LOADER = classLoader();

    private final StreamExecutionEnvironment execution;
    private final StreamTableEnvironment tables;
    private final List<String> inserts = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();

    EditSession(String sql) {
        Configuration configuration = new Configuration();
        List<String> statements = statements(sql);
        statements.stream().filter(EditSession::isSetting).forEach(this::set);
        configuration.addAll(Configuration.fromMap(settings));
        configuration.setString("table.plan.compile.catalog-objects", "SCHEMA");
        configuration.setString("table.plan.restore.catalog-objects", "IDENTIFIER");
        // Rows are further apart, so every row sends its watermark at once and windows close at the same row in every
        // run.
        configuration.setString("pipeline.auto-watermark-interval", "1 ms");
        configuration.setString("restart-strategy.type", "none");
        execution = new StreamExecutionEnvironment(configuration, CLASS_LOADER);
        tables = StreamTableEnvironment.create(
                execution,
                EnvironmentSettings.newInstance()
                        .withClassLoader(CLASS_LOADER)
                        .inStreamingMode()
                        .build());
        String own = String.join("\n", statements);
        statements(EditCase.sharedTables()).stream()
                .filter(table -> !own.contains(table.substring(0, table.indexOf('(') + 1)))
                .forEach(tables::executeSql);
        statements.stream().filter(statement -> !isSetting(statement)).forEach(this::take);
    }

    DeployablePlan compile() {
        StatementSet set = tables.createStatementSet();
        inserts.forEach(set::addInsertSql);
        return new DeployablePlan(set.compilePlan().asJsonString(), options(), settings);
    }

    /** The job of a plan that was compiled of the same SQL. */
    JobGraph job(String plan) {
        Planner planner = ((TableEnvironmentImpl) tables).getPlanner();
        try {
            List<Transformation<?>> operators =
                    planner.translatePlan(planner.loadPlan(PlanReference.fromJsonString(plan)));
            return execution.generateStreamGraph(operators).getJobGraph(CLASS_LOADER, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String statement) {
        if (statement.startsWith("INSERT")) {
            inserts.add(statement);
        } else {
            tables.executeSql(statement);
        }
    }

    private void set(String statement) {
        String[] option = statement.substring("SET".length()).replace("'", "").split("=", 2);
        settings.put(option[0].strip(), option[1].strip());
    }

    private Map<String, String> options() {
        Map<String, String> all = new TreeMap<>();
        for (String name : tables.listTables()) {
            ObjectIdentifier table = ObjectIdentifier.of("default_catalog", "default_database", name);
            ((TableEnvironmentImpl) tables)
                    .getCatalogManager()
                    .getTable(table)
                    .filter(found -> found.getTable() instanceof CatalogTable)
                    .ifPresent(found -> all.put(
                            table.asSerializableString(),
                            new TreeMap<>(found.getTable().getOptions()).toString()));
        }
        return all;
    }

    private static boolean isSetting(String statement) {
        return statement.startsWith("SET ");
    }

    private static List<String> statements(String sql) {
        String code = sql.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return Arrays.stream(code.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** Knows the tests' connector, which other tests shall not see among those that there are. */
    private static ClassLoader classLoader() {
        try {
            Path folder = Files.createTempDirectory("replay");
            Path services = Files.createDirectories(folder.resolve("META-INF/services"));
            Path file = Files.writeString(
                    services.resolve("org.apache.flink.table.factories.Factory"), ReplayConnector.class.getName());
            List.of(folder, folder.resolve("META-INF"), services, file)
                    .forEach(path -> path.toFile().deleteOnExit());
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}, EditSession.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
