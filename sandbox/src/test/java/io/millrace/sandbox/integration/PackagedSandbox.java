package io.millrace.sandbox.integration;

import io.millrace.sandbox.state.ProcessIdentity;
import io.millrace.sandbox.state.PropertiesFile;
import io.millrace.sandbox.state.StateFolder;
import io.millrace.sandbox.state.SupervisorRecord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the packaged sandbox as its users do: as a process of its own. */
final class PackagedSandbox {

    private final Path work;
    private final StateFolder folder;
    private final List<String> javaOptions;
    private final String home;

    PackagedSandbox(Path work) {
        this(work, System.getProperty("millrace.home"));
    }

    /** With a user cache and options of the JVM of its own. */
    PackagedSandbox(Path work, String home, String... javaOptions) {
        this.work = work;
        this.home = home;
        this.javaOptions = List.of(javaOptions);
        this.folder = new StateFolder(work.resolve("project/.millrace/sandbox"));
    }

    /** What one run printed and how it ended. */
    record Run(int code, String out, String err) {}

    Run run(String command, String... arguments) throws IOException, InterruptedException {
        return await(start(command, arguments));
    }

    /** A run that has not ended. */
    record Started(Process process, Path out, Path err) {}

    Started start(String command, String... arguments) throws IOException {
        Path out = Files.createTempFile(work, "out", ".txt");
        Path err = Files.createTempFile(work, "err", ".txt");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(javaOptions);
        line.addAll(List.of(
                "-cp",
                Path.of(System.getProperty("millrace.lib")) + "/*",
                "io.millrace.sandbox.cli.Main",
                command,
                "--state",
                folder.root().toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("MILLRACE_HOME", home);
        return new Started(builder.start(), out, err);
    }

    static Run await(Started started) throws IOException, InterruptedException {
        if (!started.process().waitFor(10, TimeUnit.MINUTES)) {
            started.process().destroyForcibly();
            throw new AssertionError("still running: " + Files.readString(started.err()));
        }
        return new Run(started.process().exitValue(), Files.readString(started.out()), Files.readString(started.err()));
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(work.resolve(name), content);
    }

    StateFolder folder() {
        return folder;
    }

    String property(String key) throws IOException {
        return PropertiesFile.read(folder.sandboxProperties()).orElseThrow().get(key);
    }

    SupervisorRecord supervisor() {
        return SupervisorRecord.read(folder).orElseThrow();
    }

    /** Returns the supervisor, its servers, and every process below them. */
    List<ProcessIdentity> processes() {
        List<ProcessIdentity> all = new ArrayList<>();
        ProcessHandle supervisor = supervisor().process().find().orElseThrow();
        all.add(ProcessIdentity.of(supervisor));
        supervisor.descendants().map(ProcessIdentity::of).forEach(all::add);
        return all;
    }

    Connection mysql(String user) throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + property("mysql.port") + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true",
                property("mysql." + user),
                property("secret.mysql." + user.replace("user", "password")));
    }

    Connection postgres() throws IOException, SQLException {
        return DriverManager.getConnection(
                property("postgres.url"), property("postgres.user"), property("secret.postgres.password"));
    }

    static String query(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return String.join(",", values);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Map<String, Object> sasl(String password) throws IOException {
        return Map.of(
                "bootstrap.servers", property("kafka.sasl.brokers"),
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                                + property("kafka.user") + "\" password=\"" + password + "\";",
                "request.timeout.ms", "5000",
                "default.api.timeout.ms", "10000");
    }
}
