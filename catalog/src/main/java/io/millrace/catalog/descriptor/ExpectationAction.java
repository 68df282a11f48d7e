package io.millrace.catalog.descriptor;

/** What becomes of a row that does not meet an expectation. */
public enum ExpectationAction {
    FAIL("fail"),
    DROP("drop"),
    DEAD_LETTER("dead-letter"),
    WARN("warn");

    private final String key;

    ExpectationAction(String key) {
        this.key = key;
    }

    /** As written in descriptors. */
    public String key() {
        return key;
    }
}
