package io.millrace.launcher.run;

/** Where a pipeline of an embedded run stands. */
public enum RunState {
    STARTING("starting"),
    RUNNING("running"),
    RESTARTING("restarting"),
    STOPPING("stopping"),
    FINISHED("finished"),
    STOPPED("stopped"),
    FAILED("failed");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    /** The word that reports show. */
    public String label() {
        return label;
    }

    /** Whether nothing follows any more. */
    public boolean isFinal() {
        return this == FINISHED || this == STOPPED || this == FAILED;
    }
}
