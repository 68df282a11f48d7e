package io.millrace.sandbox.cli;

import io.millrace.sandbox.state.SandboxException;

/** The exit codes of every command. */
public final class ExitCode {

    /** The command did what it was asked. */
    public static final int DONE = 0;
    /** The command line, or a file that it names, is wrong. */
    public static final int USAGE = 2;
    /** A comparison found differences. */
    public static final int DIFFERENT = 3;
    /** A server could not be had or reached. */
    public static final int UNREACHABLE = 7;
    /** Another process is changing the same thing. */
    public static final int LOCKED = 8;
    /** A defect of the sandbox. */
    public static final int DEFECT = 70;
    /** Stopped by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** Returns the code of a kind of failure. */
    static int of(SandboxException.Kind kind) {
        return switch (kind) {
            case USAGE -> USAGE;
            case UNREACHABLE -> UNREACHABLE;
            case LOCKED -> LOCKED;
        };
    }
}
