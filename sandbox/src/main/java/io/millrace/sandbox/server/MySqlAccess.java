package io.millrace.sandbox.server;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What MariaDB and MySQL share: their users, how to talk to them, and what clients are told. */
final class MySqlAccess {

    static final String PORT = "mysql";

    private static final String READER = "millrace_cdc";
    private static final String WRITER = "millrace_writer";

    private MySqlAccess() {}

    /** Returns the options that both products take, so that a change stream holds whole rows. */
    static List<String> options(Workspace workspace) {
        return List.of(
                "--datadir=" + workspace.data(),
                "--bind-address=127.0.0.1",
                "--port=" + workspace.port(PORT),
                // Relative to the data folder, because the path of a socket may be 107 bytes at most.
                "--socket=server.sock",
                "--skip-name-resolve",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--server-id=1",
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--binlog-row-image=FULL",
                "--sync-binlog=0",
                "--innodb-flush-log-at-trx-commit=2",
                "--innodb-buffer-pool-size=64M",
                "--max-allowed-packet=64M");
    }

    /** Returns the option that lets root run the server; empty for other users. */
    static List<String> userOption() {
        return Privileges.isRoot() ? List.of("--user=root") : List.of();
    }

    /**
     * Returns the statements, one on a line, that create the two users.
     *
     * @param identified how a password is written, with one %s
     */
    static String createUsers(Workspace workspace, String identified) throws IOException {
        // Passwords are letters and digits, so they need no quoting.
        String reader = identified.formatted(workspace.record().password("mysql"));
        String writer = identified.formatted(workspace.record().password("mysql.writer"));
        return """
                CREATE USER '%1$s'@'127.0.0.1' %2$s;
                GRANT SELECT, RELOAD, SHOW DATABASES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO '%1$s'@'127.0.0.1';
                CREATE USER '%3$s'@'127.0.0.1' %4$s;
                GRANT ALL PRIVILEGES ON *.* TO '%3$s'@'127.0.0.1' WITH GRANT OPTION;
                """
                .formatted(READER, reader, WRITER, writer);
    }

    static boolean isReady(Workspace workspace) {
        try (Connection connection = connect(workspace, "2000")) {
            return connection.isValid(2);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    static List<String> provision(Workspace workspace, SandboxRequest request) throws IOException {
        if (request.mysqlScripts().isEmpty()) {
            return List.of();
        }
        try (Connection connection = connect(workspace, "0")) {
            return new ScriptRunner(connection, SqlDialect.MYSQL, workspace.home()).run(request.mysqlScripts());
        } catch (SQLException e) {
            throw ScriptRunner.lost("mysql", e);
        }
    }

    static Map<String, String> properties(Workspace workspace) throws IOException {
        return Map.of(
                "mysql.host",
                "127.0.0.1",
                "mysql.port",
                Integer.toString(workspace.port(PORT)),
                "mysql.user",
                READER,
                "secret.mysql.password",
                workspace.record().password("mysql"),
                "mysql.writer.user",
                WRITER,
                "secret.mysql.writer.password",
                workspace.record().password("mysql.writer"));
    }

    private static Connection connect(Workspace workspace, String socketTimeoutMillis)
            throws SQLException, IOException {
        Properties properties = new Properties();
        properties.put("user", WRITER);
        properties.put("password", workspace.record().password("mysql.writer"));
        properties.put("sslMode", "DISABLED");
        properties.put("allowPublicKeyRetrieval", "true");
        properties.put("connectionTimeZone", "UTC");
        properties.put("connectTimeout", "2000");
        properties.put("socketTimeout", socketTimeoutMillis);
        return DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + workspace.port(PORT) + "/", properties);
    }
}
