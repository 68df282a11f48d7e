package io.millrace.sandbox.server;

import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL for root, which it refuses, as somebody else. */
final class Privileges {

    private static final Integer NOBODY_ID = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    // The capability lets nobody pass through folders that only root may enter, such as the state folder itself.
    private static final List<String> NOBODY = List.of(
            "setpriv",
            // Without this, access(2) would ignore the capability.
            "--securebits=+no_setuid_fixup",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    private Privileges() {}

    /** Tells whether this process runs as root. */
    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * Returns what to put before a command so that it does not run as root; empty for other users.
     *
     * @param writable the folder that the command owns; handed over where that is necessary
     */
    static List<String> drop(Path writable) throws IOException, InterruptedException {
        if (!isRoot()) {
            return List.of();
        }
        // Inside a new user namespace root's files stay its own, but its name is nobody.
        if (succeeds(NAMESPACE, List.of("true"))) {
            takeBack(writable);
            return NAMESPACE;
        }
        if (succeeds(List.of("chown", "-R", "65534:65534"), List.of(writable.toString()))
                && succeeds(NOBODY, List.of("test", "-w", writable.toString()))) {
            return NOBODY;
        }
        throw SandboxException.unreachable("PostgreSQL refuses to run as root, and this machine lets root neither make"
                + " a user namespace nor give " + writable + " to nobody: run the command as an ordinary user");
    }

    /** Makes root the owner of what an earlier run, where there were no namespaces, gave to nobody. */
    private static void takeBack(Path folder) throws IOException, InterruptedException {
        if (Files.isDirectory(folder) && NOBODY_ID.equals(Files.getAttribute(folder, "unix:uid"))) {
            succeeds(List.of("chown", "-R", "0:0"), List.of(folder.toString()));
        }
    }

    private static boolean succeeds(List<String> prefix, List<String> command)
            throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        try {
            Process process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
