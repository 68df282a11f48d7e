package io.millrace.launcher.session;

/** How a script ended. */
public enum ScriptEnd {
    DONE,
    WRONG_SQL,
    JOB_FAILED,
    UNREACHABLE,
    NO_TARGET,
    INTERRUPTED
}
