package io.millrace.sandbox.traffic;

import io.millrace.sandbox.state.PropertiesFile;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Opens connections to the servers of a running sandbox, with the credentials of its properties file. */
public final class SandboxConnections {
    private final Map<String, String> properties;

    private SandboxConnections(Map<String, String> properties) {
        this.properties = properties;
    }

    /**
     * Reads where the servers of the sandbox in {@code folder} are.
     *
     * @throws SandboxException when no sandbox is up
     */
    public static SandboxConnections read(StateFolder folder) {
        try {
            return PropertiesFile.read(folder.sandboxProperties())
                    .map(SandboxConnections::new)
                    .orElseThrow(() -> SandboxException.unreachable(
                            "no sandbox is up in " + folder.root() + ": start it with `sandbox up`"));
        } catch (IOException e) {
            throw SandboxException.unreachable("cannot read " + folder.sandboxProperties() + ": " + e.getMessage(), e);
        }
    }

    /** Connects to MySQL as the user who may write; changes are not committed by themselves. */
    public Connection mysql() {
        // One round trip for a whole batch; the server's certificate says nothing on the loopback interface.
        String url = "jdbc:mysql://" + server("MySQL", "mysql.host") + ":" + server("MySQL", "mysql.port")
                + "/?rewriteBatchedStatements=true&sslMode=DISABLED&allowPublicKeyRetrieval=true&connectTimeout=5000"
                + "&socketTimeout=60000";
        return connect("MySQL", url, "mysql.writer.user", "secret.mysql.writer.password");
    }

    /** Connects to the report database in PostgreSQL; changes are not committed by themselves. */
    public Connection postgres() {
        String url = server("PostgreSQL", "postgres.url") + "?connectTimeout=5&socketTimeout=60";
        return connect("PostgreSQL", url, "postgres.user", "secret.postgres.password");
    }

    /** Returns the bootstrap servers of Kafka's plain listener. */
    public String kafkaBrokers() {
        return server("Kafka", "kafka.brokers");
    }

    /** Returns the address of Elasticsearch. */
    public URI elasticsearch() {
        return URI.create(server("Elasticsearch", "elasticsearch.url"));
    }

    /** Returns the address of the webhook's server. */
    public URI webhook() {
        return URI.create(server("webhook", "webhook.url"));
    }

    /** Returns the address of MaxCompute's stand-in. */
    public URI maxcompute() {
        return URI.create(server("MaxCompute", "maxcompute.endpoint"));
    }

    /** Tells whether MySQL is one of the servers. */
    public boolean hasMysql() {
        return properties.containsKey("mysql.host");
    }

    /** Turns a database's error into one line for the user. */
    public static SandboxException failure(String server, SQLException error) {
        String reason = Optional.ofNullable(error.getMessage()).orElse(error.toString());
        return SandboxException.unreachable(
                server + " failed: " + reason.lines().findFirst().orElse("") + "; look at `sandbox status`", error);
    }

    private Connection connect(String server, String url, String userKey, String passwordKey) {
        Properties login = new Properties();
        login.setProperty("user", server(server, userKey));
        login.setProperty("password", server(server, passwordKey));
        try {
            Connection connection = DriverManager.getConnection(url, login);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw failure(server, e);
        }
    }

    private String server(String server, String key) {
        return Optional.ofNullable(properties.get(key))
                .orElseThrow(() -> SandboxException.unreachable(
                        server + " is not up in this sandbox: start it with `sandbox up`"));
    }
}
