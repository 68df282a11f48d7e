package io.millrace.catalog.script;

/** What a SQL statement does, as told by its leading tokens. */
public enum StatementKind {
    CREATE_TABLE("CREATE TABLE"),
    CREATE_VIEW("CREATE VIEW"),
    CREATE_FUNCTION("CREATE FUNCTION"),
    INSERT("INSERT"),
    SELECT("SELECT"),
    SET("SET"),
    OTHER("this statement");

    private final String label;

    StatementKind(String label) {
        this.label = label;
    }

    /** How a message names statements of this kind. */
    public String label() {
        return label;
    }
}
