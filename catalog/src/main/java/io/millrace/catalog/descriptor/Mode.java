package io.millrace.catalog.descriptor;

/** Whether a pipeline runs for ever or to the end of its input. */
public enum Mode {
    STREAMING("streaming"),
    BATCH("batch");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** As written in descriptors and in {@code execution.runtime-mode}. */
    public String label() {
        return label;
    }
}
