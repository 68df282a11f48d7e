package io.millrace.sandbox.cli;

import io.millrace.sandbox.state.SandboxException;
import java.util.Set;

/** The machines that the servers' programs are made for. */
final class Platform {

    private static final Set<String> X86_64 = Set.of("amd64", "x86_64");

    private Platform() {}

    /**
     * Refuses a machine on which the servers cannot run.
     *
     * @throws SandboxException of kind UNREACHABLE
     */
    static void check(String system, String architecture) {
        if (!system.equals("Linux") || !X86_64.contains(architecture)) {
            throw SandboxException.unreachable("the sandbox's servers run on Linux x86_64, and this is " + system + " "
                    + architecture + ": use such a machine or container, or an environment with servers of your own");
        }
    }
}
