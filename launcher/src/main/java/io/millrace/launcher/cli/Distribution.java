package io.millrace.launcher.cli;

import io.millrace.launcher.local.SandboxProcess;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that Millrace was started from. */
final class Distribution {

    private Distribution() {}

    /** The sandbox's command, beside the {@code lib} folder that holds this class. */
    static SandboxProcess sandbox() {
        return new SandboxProcess(folder());
    }

    /** The folder of the sandbox's jars. */
    static Path sandboxLibraries() {
        return folder().resolve("sandbox").resolve("lib");
    }

    /** The jar of the main class that runs a pipeline on an application cluster. */
    static Path application() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder().resolve("application"), "*.jar")) {
            return jars.iterator().next();
        }
    }

    /** The folder itself. */
    static Path folder() {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the launcher's jar has no path", e);
        }
    }
}
