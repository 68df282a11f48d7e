package io.millrace.sandbox.server;

import io.millrace.sandbox.artifact.FileTrees;
import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The one library that MySQL needs and a bare Debian lacks. */
final class LibAio {

    private static final String LIBRARY = "libaio.so.1";
    private static final List<String> SYSTEM_FOLDERS =
            List.of("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib");

    private LibAio() {}

    /**
     * Puts the library into a folder where MySQL looks for it, unless the system has it.
     *
     * @throws SandboxException when it is missing and cannot be had without the administrator
     */
    static void provide(Path folder) throws IOException, InterruptedException {
        if (SYSTEM_FOLDERS.stream().anyMatch(system -> Files.exists(Path.of(system, LIBRARY)))) {
            return;
        }
        Path work = Files.createTempDirectory(folder, "libaio");
        try {
            // Debian and Ubuntu renamed the package when they made their times 64 bits wide.
            Optional<Path> library = download(work, "libaio1").or(() -> download(work, "libaio1t64"));
            Files.copy(
                    library.orElseThrow(LibAio::missing), folder.resolve(LIBRARY), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileTrees.delete(work);
        }
    }

    private static SandboxException missing() {
        return SandboxException.unreachable(
                "MySQL needs the library " + LIBRARY + ": install the package libaio1"
                        + " (Debian, Ubuntu; libaio1t64 on newer ones) or libaio (Fedora, RHEL), or use --mysql-flavour mariadb");
    }

    private static Optional<Path> download(Path work, String packageName) {
        try {
            if (!succeeds(work, "apt-get", "-q", "download", packageName)) {
                return Optional.empty();
            }
            Optional<Path> archive = find(work, ".*\\.deb");
            if (archive.isEmpty() || !succeeds(work, "dpkg", "-x", archive.get().toString(), "unpacked")) {
                return Optional.empty();
            }
            return find(work.resolve("unpacked"), "libaio\\.so\\.1.*");
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Path> find(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(name))
                    .findFirst();
        }
    }

    private static boolean succeeds(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        return ended && process.exitValue() == 0;
    }
}
