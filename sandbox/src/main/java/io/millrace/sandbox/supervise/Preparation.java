package io.millrace.sandbox.supervise;

import io.millrace.sandbox.artifact.FileTrees;
import io.millrace.sandbox.server.Flavour;
import io.millrace.sandbox.server.Server;
import io.millrace.sandbox.server.ServerName;
import io.millrace.sandbox.server.Workspace;
import io.millrace.sandbox.state.PropertiesFile;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a server's data folder once; one that was left half made is made again. */
public final class Preparation {

    private static final String MARKER = "prepared";

    private Preparation() {}

    /** Returns the product whose data a folder holds; empty when they are not there or not complete. */
    public static Optional<String> product(StateFolder folder, ServerName server) {
        Path marker = folder.data(server.toString()).resolve(MARKER);
        try {
            return Files.exists(marker) ? Optional.of(Files.readString(marker).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the flavour to use: the wanted one, else the one whose data are there, else MariaDB. */
    public static Flavour flavour(StateFolder folder, Flavour wanted) {
        if (wanted != null) {
            return wanted;
        }
        return product(folder, ServerName.MYSQL)
                .filter(product -> product.startsWith("mysql-"))
                .map(product -> Flavour.MYSQL)
                .orElse(Flavour.MARIADB);
    }

    /**
     * Refuses data of another product.
     *
     * @throws SandboxException of kind USAGE
     */
    public static void check(StateFolder folder, Server server) {
        product(folder, server.name())
                .filter(product -> !product.equals(server.product()))
                .ifPresent(product -> {
                    throw SandboxException.usage("the data of " + server.name() + " were made by " + product + ", not "
                            + server.product() + ": run `sandbox down --wipe` first, or stay with " + product);
                });
    }

    /**
     * Makes the data folder unless it is complete.
     *
     * @param onWork runs before something is made
     */
    static void ensure(Server server, Workspace workspace, Runnable onWork) throws IOException, InterruptedException {
        check(workspace.state(), server);
        if (product(workspace.state(), server.name()).isPresent()) {
            return;
        }
        onWork.run();
        FileTrees.delete(workspace.home());
        Files.createDirectories(workspace.home());
        server.initialise(workspace);
        PropertiesFile.writePrivately(workspace.home().resolve(MARKER), server.product() + "\n");
    }
}
