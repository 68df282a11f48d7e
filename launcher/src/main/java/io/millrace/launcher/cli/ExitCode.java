package io.millrace.launcher.cli;

/** What the process's exit code tells a script. */
final class ExitCode {

    static final int DONE = 0;
    static final int INVALID_CATALOG = 1;
    static final int WRONG_USAGE = 2;
    static final int DIFFERENT = 3;
    static final int CHANGES = 4;
    static final int STATE_REFUSED = 5;
    static final int JOB_FAILED = 6;
    static final int UNREACHABLE = 7;
    static final int LOCKED = 8;
    static final int DEFECT = 70;
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
